import { said } from './errands.ts'
import type { Words } from './errands.ts'
import type { Builder, Job, Push, Request } from './model.ts'
import { hashText, mix } from './prng.ts'
import { announce } from './work.ts'
import { newBuildset, revisionFor, submit } from './world.ts'
import type { World } from './world.ts'

/** The same work again, `count` times, each a request of its own. */
export function rebuild(world: World, job: Job, request: Request, how: { priority: number; count: number }): Words {
  const reason = `Self-serve: Rebuilt by ${job.who}`
  for (let index = 0; index < how.count; index += 1) {
    const { builder, push, sourceBranch, revision, extra } = request
    const key = mix(mix(job.id, index), request.key)
    const wish = {
      key,
      buildsetId: newBuildset(world),
      builder,
      push,
      sourceBranch,
      revision,
      priority: how.priority,
      reason,
      extra,
    }
    announce(world, submit(world, wish, world.now))
  }
  return said('Ok')
}

/** The builds a change on the branch starts, or the PGO builds alone. */
export const starters = (world: World, branch: string, pgo: boolean): Builder[] =>
  (world.catalogue.starters.get(branch) ?? []).filter((one) => one.kind === 'build' && (one.type === 'pgo') === pgo)

/** New work at a revision. */
export function create(
  world: World,
  job: Job,
  where: { branch: string; revision: string },
  builders: readonly Builder[],
  reason: string,
  priority: number | null,
): Words {
  if (builders.length === 0) return said('No builds to create')
  const push = pushAt(world, job, where.revision, builders[0])
  const buildsetId = newBuildset(world)
  for (const builder of builders) {
    const single = job.errand.action === 'new_build_for_builder'
    const wish = {
      key: mix(mix(job.id, 5), builder.key),
      buildsetId,
      builder,
      push,
      // Short, and not the test's own (contract surprise 23).
      sourceBranch: single ? where.branch : builder.sourceBranch,
      revision: where.revision.length === 40 ? revisionFor(builder, push) : where.revision,
      priority: priority ?? builder.line.priority,
      reason,
      extra: job.errand.action === 'new_build_for_builder' ? job.errand.what.properties : null,
    }
    announce(world, submit(world, wish, world.now))
  }
  return said('Ok')
}

/** The push a revision came with, or a new one where nobody has heard of it. */
function pushAt(world: World, job: Job, revision: string, builder: Builder | undefined): Push {
  const known = world.byRevision.get(revision.slice(0, 12).toLowerCase())?.[0]?.push
  const line = builder?.line ?? known?.line
  if (known && (!line || known.line === line)) return known
  const push: Push = {
    key: mix(hashText(revision), job.id),
    line: line ?? {
      name: 'Unknown',
      long: 'Unknown',
      repo: '',
      listed: false,
      priority: 0,
      merges: false,
      nightlies: false,
    },
    at: world.now,
    revision,
    author: job.who,
    changes: 1,
    plan: null,
    breaks: { platform: null, family: null },
  }
  world.pushes.push(push)
  return push
}
