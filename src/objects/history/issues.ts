/** Configuration issues: events that an entity keeps while what they tell of lasts. `configStatus` follows from them. */
import type { ManagedEntityStatus } from '../../vim25/generated/index.ts';
import type { Cell } from '../../world/cell.ts';
import type { LoggedEvent } from '../../world/events.ts';
import type { World } from '../../world/world.ts';
import type { Entity } from '../inventory/managed-entity.ts';
import { eventCategory } from './event-message.ts';

const CONSOLIDATION = 'com.vmware.vc.VmDiskConsolidation';

/** Events that tell of an issue, by type or by the id of an EventEx, and the events that tell of its end. */
const ISSUES: ReadonlyMap<string, readonly string[]> = new Map([
  [`${CONSOLIDATION}Needed`, [`${CONSOLIDATION}NoLongerNeeded`, 'com.vmware.vc.VmDiskConsolidatedEvent']],
  ['VmMacConflictEvent', ['VmMacChangedEvent']],
  ['VmUuidConflictEvent', ['VmUuidChangedEvent']],
  ['DuplicateIpDetectedEvent', []],
  ['HostNoRedundantManagementNetworkEvent', ['HostDasDisabledEvent']],
  ['HostDasErrorEvent', ['HostDasOkEvent', 'HostDasEnabledEvent', 'HostDasDisabledEvent']],
  ['InsufficientFailoverResourcesEvent', ['FailoverLevelRestored', 'DasDisabledEvent']],
  ['LocalTSMEnabledEvent', []],
  ['RemoteTSMEnabledEvent', []],
]);

/** What an event is known by. */
function idOf(event: LoggedEvent): string {
  return event._typeName === 'EventEx' ? String(event['eventTypeId']) : event._typeName;
}

/** Takes note of an event that is being posted about an entity. Inside a turn. */
export function noteIssue(world: World, event: LoggedEvent, entity: Cell): void {
  const id = idOf(event);
  const issues = issuesOf(entity);
  const lasting = issues.filter((issue) => !ends(event, issue) && idOf(issue) !== id);
  const after = ISSUES.has(id) ? [...lasting, event] : lasting;
  if (after.length !== issues.length || after.some((issue, i) => issue !== issues[i])) keep(world, entity, after);
  if (entity.is('VirtualMachine')) release(world, event, entity);
}

/** Ends an issue of which no event tells the end. */
export function settleIssue(world: World, entity: Cell, type: string): void {
  const issues = issuesOf(entity);
  const lasting = issues.filter((issue) => idOf(issue) !== type);
  if (lasting.length < issues.length) keep(world, entity, lasting);
}

function ends(event: LoggedEvent, issue: LoggedEvent): boolean {
  return ISSUES.get(idOf(issue))?.includes(idOf(event)) === true;
}

/** Others that had something in common with a machine have it no more once it is gone, or is another. */
function release(world: World, event: LoggedEvent, entity: Cell): void {
  const gone = event._typeName === 'VmRemovedEvent';
  for (const other of [...world.lookup.get('issueWith', entity.id)]) {
    if (other === entity) continue;
    const issues = issuesOf(other);
    const lasting = issues.filter((issue) => otherIn(issue) !== entity.id || !(gone || ends(event, issue)));
    if (lasting.length < issues.length) keep(world, other, lasting);
  }
}

function keep(world: World, entity: Cell, issues: readonly LoggedEvent[]): void {
  world.update(entity as unknown as Cell<Entity>, { issues: issues.length > 0 ? Object.freeze(issues) : undefined });
}

function issuesOf(entity: Cell): readonly LoggedEvent[] {
  return (entity.state as Entity).issues ?? [];
}

function otherIn(issue: LoggedEvent): string | undefined {
  return (issue['conflictedVm'] as { readonly vm?: { readonly value: string } } | undefined)?.vm?.value;
}

/** Machines that an entity's issues name beside itself. */
export function othersIn(issues: Entity['issues']): readonly string[] | undefined {
  return issues?.flatMap((issue) => otherIn(issue) ?? []);
}

/** Red when something is wrong, yellow when something is about to be. */
export function issueStatus(issues: Entity['issues'], world: World): ManagedEntityStatus {
  if (!issues?.length) return 'green';
  return issues.some((issue) => eventCategory(world.model.schema, issue) === 'error') ? 'red' : 'yellow';
}
