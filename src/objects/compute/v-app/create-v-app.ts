/** Puts vApps into the inventory. */
import type { Cell } from '../../../world/cell.ts';
import type { Site } from '../../site.ts';
import type { Allocations } from '../allocation.ts';
import { type VApp, type VAppSettings, vAppKind } from './v-app.ts';

export interface NewVApp {
  readonly name: string;
  /** Id of the pool or vApp it stands in. */
  readonly parent: string;
  readonly owner: string;
  readonly allocation: Allocations;
  /** Id of the VM folder it is shown in; absent inside another vApp. */
  readonly folder?: string | undefined;
  readonly settings?: VAppSettings | undefined;
  /** Instance uuid, where somebody asks for one. */
  readonly uuid?: string | undefined;
  readonly linkedTo?: string | undefined;
  readonly madeBy?: string | undefined;
}

/** Adds a vApp, inside a turn. */
export function createVApp(site: Site, given: NewVApp): Cell<VApp> {
  const id = site.world.numbers.id('resgroup-v');
  return site.world.create(vAppKind, { ...given, uuid: given.uuid ?? site.ids.instanceUuid(`vapp/${id}`) }, id);
}
