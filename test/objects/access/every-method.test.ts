import { describe, expect, it } from 'vitest';
import { entityOf } from '../../../src/objects/access/authority.ts';
import { methodRules } from '../../../src/objects/access/needs/method-rules.ts';
import type { Params } from '../../../src/objects/access/needs/need.ts';
import type { Method } from '../../../src/vim25/schema.ts';
import type { Ref } from '../../../src/vim25/value.ts';
import { vim25 } from '../../../src/vim25/vim25.ts';
import { EverySite } from './every-site.ts';
import { REQUESTS } from './rule-requests.ts';

const METHODS = vim25.managedNames.flatMap((type) =>
  [...vim25.managed(type)!.methods.values()].filter((m) => m.owner === type),
);

/** One way to call a method, and what it needs: privilege and id of the object it is needed on. */
interface Walk {
  readonly method: Method;
  readonly self: string;
  readonly params: Params;
  readonly needs: readonly (readonly [privilege: string, id: string])[];
}

/** A parameter's object: not the one called, so that what is needed of each can be told apart. */
function named(type: string): Ref {
  const known = type === 'ManagedEntity' || type === 'ManagedObject' ? 'VirtualMachine' : type;
  return { type: known, value: `${known}-2` };
}

/** The call as the table describes it. */
function fromTable(method: Method): Walk {
  const asked = method.params.filter((p) => p.privilege);
  return {
    method,
    self: `${method.owner}-1`,
    params: Object.fromEntries(asked.map((p) => [p.name, p.array ? [named(p.type)] : named(p.type)])),
    needs: [
      ...(method.privilege ? [[method.privilege, `${method.owner}-1`] as const] : []),
      ...asked.map((p) => [p.privilege!, named(p.type).value] as const),
    ],
  };
}

/** Every way a method is walked; none when nobody said how to call one whose need follows from the request. */
function walksOf(method: Method): Walk[] {
  const key = `${method.owner}.${method.name}`;
  if (!methodRules[key]) return [fromTable(method)];
  return (REQUESTS[key] ?? []).map(({ self, params, needs }) => {
    const table = fromTable(method);
    const asked = method.params.filter((p) => p.privilege && params?.[p.name] === undefined);
    return {
      method,
      self: self ?? table.self,
      params: { ...table.params, ...params },
      needs: [
        ...needs.map((need) => {
          const [privilege, id] = need.split(' on ') as [string, string | undefined];
          return [privilege, id ?? self ?? table.self] as const;
        }),
        ...asked.map((p) => [p.privilege!, named(p.type).value] as const),
      ],
    };
  });
}

function grantsFor(site: EverySite, walk: Walk, without?: number): Map<string, Set<string>> {
  const grants = new Map<string, Set<string>>();
  const of = (id: string) => {
    const entity = entityOf(site.cell(id))!.id;
    let set = grants.get(entity);
    if (!set) {
      set = new Set(['System.Anonymous', 'System.View', 'System.Read']);
      grants.set(entity, set);
    }
    return set;
  };
  of(walk.self);
  for (const [privilege, id] of walk.needs) of(id).add(privilege);
  if (without !== undefined) {
    const [privilege, id] = walk.needs[without]!;
    of(id).delete(privilege);
    // Who may not look at a thing may not read it either.
    if (privilege === 'System.View') of(id).clear();
  }
  return grants;
}

describe('every method', () => {
  it('passes with exactly the privileges it needs, and names the one that is missing', () => {
    const site = new EverySite();
    const wrong: string[] = [];
    const skipped: string[] = [];
    let walked = 0;
    let checks = 0;
    for (const method of METHODS) {
      const walks = walksOf(method);
      if (walks.length === 0) skipped.push(`${method.owner}.${method.name}`);
      else walked++;
      for (const walk of walks) {
        const { self, params, needs } = walk;
        const call = (without?: number) => {
          checks++;
          return site.refusal(method, site.cell(self), params, grantsFor(site, walk, without));
        };
        const name = `${method.owner}.${method.name}`;
        const refused = call();
        if (refused !== undefined) wrong.push(`${name} with all it needs is refused for ${refused}`);
        needs.forEach(([privilege, id], i) => {
          if (privilege === 'System.Anonymous') return;
          const expected = `${privilege} on ${entityOf(site.cell(id))!.id}`;
          const got = call(i);
          if (got !== expected) wrong.push(`${name} without ${expected}: ${got ?? 'passes'}`);
        });
      }
    }
    console.log(`methods walked: ${walked}, skipped: ${skipped.length}, calls: ${checks}`);
    expect(wrong).toEqual([]);
    expect(skipped).toEqual([]);
    expect(walked).toBe(METHODS.length);
  });
});
