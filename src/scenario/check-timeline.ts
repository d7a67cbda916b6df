/** What a timeline names must be there as far as can be told before the world is: types, properties, methods, rules. */
import { meant } from '../faults/rule-error.ts';
import { vim25 } from '../vim25/vim25.ts';
import { checkedRule, checkWorld, VOCABULARY } from './check-rules.ts';
import type { ScenarioDocument } from './document.ts';
import type { Path } from './scenario-error.ts';
import type { Scenario } from './schema.ts';
import { ruleId } from './timeline.ts';
import type { ChangeSaid, EventSaid, When } from './timeline-shape.ts';

export function checkTimeline(document: ScenarioDocument, { faults, timeline }: Scenario): void {
  const ids = new Set(faults.map((rule, i) => (rule as { readonly id?: string }).id ?? `rule-${i + 1}`));
  for (const [i, { fault }] of timeline.entries()) {
    if (fault === undefined) continue;
    const path = ['timeline', i, 'fault'];
    const { id } = checkedRule(document, fault, ruleId(fault, i), path);
    if (ids.has(id)) throw document.error([...path, 'id'], `there is a rule '${id}' already`);
    ids.add(id);
  }
  for (const [i, { when, event, change, world, clear }] of timeline.entries()) {
    const path = ['timeline', i];
    if (when) checkWhen(document, when, [...path, 'when']);
    if (event) checkEvent(document, event, [...path, 'event']);
    if (change) checkChange(document, change, [...path, 'change']);
    if (world !== undefined) checkWorld(document, world, [...path, 'world']);
    if (clear !== undefined && !ids.has(clear))
      throw document.error([...path, 'clear'], `there is no rule '${clear}'${meant(clear, ids)}`);
  }
}

/** Which type stands at the path is not known yet: some type must have such a property. */
function checkWhen(document: ScenarioDocument, { property }: When, path: Path): void {
  const problem = property === undefined ? undefined : VOCABULARY.pathProblem?.(undefined, property);
  if (problem !== undefined) throw document.error([...path, 'property'], problem);
}

function checkEvent(document: ScenarioDocument, { type, id, properties = {} }: EventSaid, path: Path): void {
  if (!vim25.isData(type, 'Event') || type === 'Event') {
    const known = vim25.dataNames.filter((name) => vim25.isData(name, 'Event'));
    throw document.error([...path, 'type'], `the API has no event '${type}'${meant(type, known)}`);
  }
  if (type === 'EventEx' && id === undefined) throw document.error(path, 'an EventEx needs an id');
  const known = vim25.data(type)!.byName;
  for (const name of Object.keys(properties)) {
    if (known.has(name)) continue;
    throw document.error(
      [...path, 'properties', name],
      `${type} has no property '${name}'${meant(name, known.keys())}`,
    );
  }
}

function checkChange(document: ScenarioDocument, { call, with: given = {} }: ChangeSaid, path: Path): void {
  if (call === undefined) return;
  const methods = new Map<string, Set<string>>();
  for (const type of vim25.managedNames) {
    for (const [name, method] of vim25.managed(type)!.methods) {
      const params = methods.get(name) ?? new Set();
      for (const param of method.params) params.add(param.name);
      methods.set(name, params);
    }
  }
  const params = methods.get(call) ?? methods.get(`${call}_Task`);
  if (!params) throw document.error([...path, 'call'], `the API has no method '${call}'${meant(call, methods.keys())}`);
  for (const name of Object.keys(given)) {
    if (params.has(name)) continue;
    throw document.error([...path, 'with', name], `${call} takes no '${name}'${meant(name, params)}`);
  }
}
