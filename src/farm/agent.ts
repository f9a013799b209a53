import { cancel, cancelBuild, cancelRevision } from './cancelling.ts'
import { create, rebuild, starters } from './creating.ts'
import { failed, said } from './errands.ts'
import type { Words } from './errands.ts'
import type { Job } from './model.ts'
import { enqueue } from './work.ts'
import { requestById, rowById } from './world.ts'
import type { World } from './world.ts'

const agentHost = 'buildapi01.srv.releng.scl3.mozilla.com'

/** The agent does what was asked, in the words of the real one. */
export function act(world: World, job: Job): void {
  const words = perform(world, job)
  job.completedAt = world.now
  job.errors = words.errors
  job.msg = words.msg
}

function perform(world: World, job: Job): Words {
  const { errand } = job
  switch (errand.action) {
    case 'reprioritize': {
      const request = requestById(world, errand.what.brid)
      if (!request) return failed('No request with that id')
      if (request.complete) return said('Request is complete, nothing to do')
      request.priority = errand.what.priority
      enqueue(world, request)
      return said('Ok')
    }
    case 'cancel_request': {
      const request = requestById(world, errand.what.brid)
      return request ? cancel(world, request) : failed('No request with that id')
    }
    case 'cancel_build':
      return cancelBuild(world, errand.what.bid)
    case 'cancel_revision':
      return cancelRevision(world, errand.what.branch, errand.what.revision)
    case 'rebuild_build': {
      const row = rowById(world, errand.what.bid)
      return row ? rebuild(world, job, row.request, errand.what) : failed('No build with that id')
    }
    case 'rebuild_request': {
      const request = requestById(world, errand.what.brid)
      return request ? rebuild(world, job, request, errand.what) : failed('No request with that id')
    }
    case 'new_build_at_revision':
      if (errand.what.revision.startsWith('fail')) {
        return failed(`there was an error processing your request; please check logs on ${agentHost}`)
      }
      // This one is a plain change to the scheduler, which names itself as the reason (265).
      return create(world, job, errand.what, starters(world, errand.what.branch, false), 'scheduler', null)
    case 'new_pgobuild_at_revision':
      return create(
        world,
        job,
        errand.what,
        starters(world, errand.what.branch, true),
        requestedBy(job),
        errand.what.priority,
      )
    case 'new_nightly_at_revision': {
      const nightlies = (world.catalogue.nightlies.get(errand.what.branch) ?? []).filter(
        ({ name }) => !name.includes('l10n'),
      )
      return create(world, job, errand.what, nightlies, requestedBy(job), errand.what.priority)
    }
    case 'new_build_for_builder': {
      const branch = errand.what.branch.replace(/-selfserve$/, '')
      const builder = world.catalogue.byName.get(errand.what.builder_name)
      if (!builder) return said('Ok')
      return create(
        world,
        job,
        { branch, revision: errand.what.revision },
        [builder],
        requestedBy(job),
        errand.what.priority,
      )
    }
  }
}

const requestedBy = (job: Job): string => `Self-serve: Requested by ${job.who}`
