import { expect, test } from './fixtures.ts'
import { expandFirst, filterBy, jobRows } from './words.ts'

test('a waiting request tells its place, why it waits, and what a priority would do', async ({ page, app }) => {
  await app.open('/try')
  await filterBy(page, 'state:pending')
  await expandFirst(page)
  await jobRows(page).first().getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1, name: /^Request \d+$/ })).toBeVisible()
  const place = page.getByRole('region', { name: 'Place in the queue' })
  const fact = (name: string) => place.getByRole('term').filter({ hasText: name }).locator('+ dd')
  await expect(fact('Place')).toHaveText(/^[\d,]+(st|nd|rd|th)( to [\d,]+(st|nd|rd|th))? of [\d,]+/)
  await expect(fact('Why it waits').getByRole('listitem').first()).toHaveText(
    /^(Submitted .+ ago|Nothing of this kind was claimed for .+ on try|.+ ahead of it for the same machines|It is next)/,
  )
  await expect(fact('Expected start')).toContainText(/jobs? .*loaded today|nothing of this kind was claimed on try/)
  await expect(fact('Priority')).toHaveText(/\+1 passes .+ requests?, −1 lets .+ requests? pass$/)
  await expect(page.getByRole('button', { name: 'Raise priority' })).toHaveAttribute('title', /by 1: passes/)
})

test('opened from a link it tells a range of places, and loads the queue of today when asked to', async ({
  page,
  app,
}) => {
  await app.open('/try')
  await filterBy(page, 'state:pending panda')
  await expandFirst(page)
  await jobRows(page).first().getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1, name: /^Request \d+$/ })).toBeVisible()
  await page.reload()
  const place = page.getByRole('region', { name: 'Place in the queue' })
  const fact = (name: string) => place.getByRole('term').filter({ hasText: name }).locator('+ dd')
  await expect(fact('Place')).toHaveText(/^1st to [\d,]+(st|nd|rd|th) of [\d,]+/)
  await expect(fact('Why it waits').getByRole('listitem').first()).toHaveText(/^0 to [\d,]+ ahead of it/)
  await expect(fact('Ahead')).toHaveText(/^Nothing for sure\.Perhaps [\d,]+ others?, whose priority/)
  await expect(fact('Expected start')).toHaveText(/^Unknown: the queue of today is not loaded here$/)
  await expect(fact('Priority')).toHaveText(/\+1 passes 0 to [\d,]+ requests?, −1 lets 0 to [\d,]+ requests? pass$/)
  await expect(page.getByRole('button', { name: 'Raise priority' })).toHaveAttribute('title', /by 1: passes 0 to/)

  const load = place.getByRole('button', { name: 'Load the queue of try' })
  await load.click()
  await expect(fact('Expected start')).toContainText(/jobs? .*loaded today|nothing of this kind was claimed on try/)
  await expect(place).toContainText('priorities by the queue of try as loaded at')
  await expect(load).toBeHidden()
})
