/** What every entity of the inventory has: a name, a parent, permissions, custom values, a status, recent tasks. */
import type { CustomFieldValue, ManagedEntityStatus } from '../../vim25/generated/index.ts';
import type { Cell } from '../../world/cell.ts';
import type { LoggedEvent } from '../../world/events.ts';
import { defineKind, type KindSpec } from '../../world/kind.ts';
import type { TaskFacets } from '../../world/task.ts';
import { isOpen } from '../../world/tasks.ts';
import { effectiveRoles } from '../access/effective-roles.ts';
import { declaredAlarmState, READS_DECLARED, READS_TRIGGERED, triggeredAlarmState } from '../alarm/entity-alarms.ts';
import { issueStatus, othersIn } from '../history/issues.ts';
import { availableFields, FIELD_MANAGER } from './managed-entity-fields.ts';

/** A permission as set on an entity. */
export interface Permission {
  readonly principal: string;
  readonly group: boolean;
  readonly roleId: number;
  readonly propagate: boolean;
}

export interface Entity {
  readonly name: string;
  /** Id of the parent; absent for the root folder. */
  readonly parent?: string | undefined;
  readonly permissions?: readonly Permission[] | undefined;
  readonly customValues?: readonly CustomFieldValue[] | undefined;
  /** Green unless something is said. */
  readonly status?: ManagedEntityStatus | undefined;
  /** Events about what is wrong with its configuration, while it lasts. */
  readonly issues?: readonly LoggedEvent[] | undefined;
  /** False where alarms only tell, and do nothing. */
  readonly alarmActions?: boolean | undefined;
}

/** How many tasks `recentTask` names. */
const RECENT = 10;

export const managedEntity: KindSpec<Entity> = defineKind<Entity>({
  type: 'ManagedEntity',
  relations: {
    parent: { facet: 'parent', to: 'ManagedEntity', of: (s) => s.parent, inverse: 'children', structural: true },
    fieldManager: { facet: 'name', to: FIELD_MANAGER, of: () => FIELD_MANAGER, inverse: 'fieldHolders' },
  },
  indexes: {
    childName: { facets: ['parent', 'name'], keys: (s) => childKey(s.parent, s.name) },
    issueWith: { facets: ['issues'], keys: (s) => othersIn(s.issues) },
    permitted: { facets: ['permissions'], keys: (s) => (s.permissions?.length ? 'yes' : undefined), counted: true },
  },
  properties: {
    name: { reads: ['name'], value: (s) => s.name },
    parent: { reads: ['parent'], value: (_, self) => self.one('parent')?.ref },
    overallStatus: { reads: ['status'], value: (s) => s.status ?? 'green' },
    configStatus: { reads: ['issues'], value: (s, self) => issueStatus(s.issues, self.world) },
    configIssue: { reads: ['issues'], value: (s) => s.issues ?? [] },
    disabledMethod: { reads: [], value: () => [] },
    declaredAlarmState: { reads: READS_DECLARED, value: (_, self) => declaredAlarmState(self as unknown as Cell) },
    triggeredAlarmState: { reads: READS_TRIGGERED, value: (_, self) => triggeredAlarmState(self as unknown as Cell) },
    tag: { reads: [], value: () => [] },
    alarmActionsEnabled: { reads: ['alarmActions'], value: (s) => s.alarmActions !== false },
    availableField: {
      reads: ['fieldManager.fields'],
      value: (_, self) => availableFields(self as unknown as Cell),
    },
    value: { reads: ['customValues'], value: (s) => s.customValues ?? [] },
    customValue: { reads: ['customValues'], value: (s) => s.customValues ?? [] },
    permission: { reads: ['permissions'], value: (s, self) => permissionValues(s, self as unknown as Cell) },
    effectiveRole: {
      reads: ['@viewer'],
      value: (_, self, viewer) => effectiveRoles(viewer, self as unknown as Cell),
    },
    recentTask: { reads: ['task'], value: (_, self) => self.refsBack('task').slice(-RECENT) },
  },
});

/** Key of the look-up `childName`. Names compare as vCenter compares them: to the letter. */
export function childKey(parent: string | undefined, name: string): string {
  return `${parent ?? ''}/${name}`;
}

/** The child of that name, if there is one; in a VM folder also a vApp that the folder only shows. */
export function childNamed(parent: Cell, name: string): Cell | undefined {
  for (const child of parent.world.lookup.get('childName', childKey(parent.id, name))) return child;
  for (const vApp of parent.back<Entity>('linked')) if (vApp.state.name === name) return vApp as unknown as Cell;
  return undefined;
}

function permissionValues(s: Entity, self: Cell): object[] {
  return (s.permissions ?? []).map((p) => ({
    _typeName: 'Permission',
    entity: self.ref,
    principal: p.principal,
    group: p.group,
    roleId: p.roleId,
    propagate: p.propagate,
  }));
}

/** Whether a task that wants the entity for itself is queued or running. */
export function isBusy(self: Cell): boolean {
  for (const task of self.back<TaskFacets>('heldBy')) if (isOpen(task)) return true;
  for (const task of self.back<TaskFacets>('task')) if (task.state.request.exclusive && isOpen(task)) return true;
  return false;
}
