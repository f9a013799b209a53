import type { Request } from './model.ts'
import { trySyntax } from './people.ts'
import { mix, rollHex } from './prng.ts'
import { buildId } from './zone.ts'

/** What a request carries, of any JSON type (contract surprise 33); made when it is asked for. */
export function propertiesOf(request: Request): Record<string, unknown> {
  const { builder, push, key } = request
  const { line } = builder
  const build = request.builds.at(-1)?.build
  const id = buildId(push.at)
  const properties: Record<string, unknown> = {
    buildid: id,
    builduid: rollHex(mix(push.key, builder.platform.length), 32),
    scheduler: builder.scheduler,
    event_group: null,
    branch: line.name,
    platform: builder.type === 'debug' ? `${builder.platform}-debug` : builder.platform,
    stage_platform: builder.platform,
    product: builder.name.startsWith('b2g') ? 'b2g' : builder.name.startsWith('Android') ? 'mobile' : 'firefox',
    project: '',
    repository: '',
    repo_path: line.long === line.name ? line.name : line.long,
    pgo_build: builder.type === 'pgo' ? 'True' : 'False',
  }
  if (line.name === 'try' && push.plan) {
    properties['who'] = push.author
    const syntax = trySyntax([...push.plan.platforms], push.plan.debug, push.plan.suites)
    properties['try_syntax'] = syntax
    properties['comments'] = `Bug ${900_000 + (push.key % 90_000)} - part ${1 + (push.key % 4)}, r=me\n${syntax}`
  }
  if (builder.kind === 'nightly') properties['nightly_build'] = true
  if (builder.kind === 'test' || builder.kind === 'talos') {
    properties['build_url'] =
      `http://ftp.mozilla.org/pub/mozilla.org/firefox/${line.name}-builds/${push.author}-${push.revision ?? 'nightly'}/${line.name}-${builder.platform}/firefox-26.0a1.en-US.${builder.platform}.tar.bz2`
  }
  if (line.name === 'ash') properties['odd'] = { nésted: [1, 2.5, true, null] }
  if (build) {
    const { machine } = build
    properties['slavename'] = machine.name
    properties['master'] = machine.master.url
    properties['basedir'] = builder.name.startsWith('W') ? 'c:\\slave\\test' : '/builds/slave/test'
    properties['buildnumber'] = build.number
    properties['request_ids'] = build.requests.map((one) => one.id)
    if (push.revision !== null) properties['got_revision'] = push.revision
    if (build.endAt !== null) {
      properties['log_url'] =
        `http://ftp.mozilla.org/pub/mozilla.org/firefox/${line.name}-builds/${id}/${line.name}-${builder.platform}-${machine.master.short.split(':')[0]}-build${build.number}.txt.gz`
      if (builder.kind === 'test') properties['testresults'] = [[builder.suite, null, [builder.suite], null, null]]
      properties['vsize'] = 60_000_000 + (key % 9_000_000)
    }
  }
  return { ...properties, ...request.extra }
}
