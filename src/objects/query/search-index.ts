/** SearchIndex: entities by path, name, uuid, address. What the caller may not view is not found. */
import type { Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { VimFault } from '../../world/fault.ts';
import { defineKind } from '../../world/kind.ts';
import { rootOf } from '../access/authority.ts';
import type { Call } from '../call.ts';
import { childNamed } from '../inventory/managed-entity.ts';
import { type ManagedObject, managedObject } from '../managed-object.ts';
import { held } from './contents.ts';
import { sees } from './walk.ts';

type Entity = Ref<'ManagedEntity'>;

const searchIndexKind = defineKind<object>({ type: 'SearchIndex' });

/** Inventory paths take children of folders and datacenters; below a compute resource, its hosts and pools. */
function child(parent: Cell, name: string): Cell | undefined {
  const direct = childNamed(parent, name);
  if (direct) return direct;
  for (const cell of held(parent)) if (cell.get('name') === name) return cell;
  return undefined;
}

function byPath(call: Call, path: string): Cell | undefined {
  let at = rootOf(call.world);
  for (const name of path.split('/').filter((part) => part !== '')) at = at && child(at, name);
  return at;
}

/** Entities under an index key, of one type, below a datacenter if one is given, that the caller may view. */
function found(call: Call, index: string, key: string, type: string, datacenter: Ref | undefined): Entity[] {
  const within = datacenter && guarded(call, datacenter);
  const hits: Entity[] = [];
  for (const cell of call.world.lookup.get(index, key)) {
    if (cell.is(type) && sees(call.viewer, cell) && (!within || isBelow(cell, within))) hits.push(cell.ref as Entity);
  }
  return hits;
}

function guarded(call: Call, ref: Ref): Cell {
  const cell = call.world.find(ref.value);
  if (!cell) throw new VimFault('ManagedObjectNotFound', { obj: ref });
  return cell;
}

function isBelow(cell: Cell, ancestor: Cell): boolean {
  for (let at: Cell | undefined = cell; at; at = at.one('parent') ?? vAppOf(at)) if (at === ancestor) return true;
  return false;
}

/** A VM in a vApp has no folder; its vApp stands for it. */
function vAppOf(cell: Cell): Cell | undefined {
  return cell.kind.relationByName.has('parentVApp') ? cell.one('parentVApp') : undefined;
}

function visible(call: Call, cell: Cell | undefined): Entity | undefined {
  return cell && sees(call.viewer, cell) ? (cell.ref as Entity) : undefined;
}

const typeOf = (vmSearch: boolean) => (vmSearch ? 'VirtualMachine' : 'HostSystem');

export const searchIndex: ManagedObject = managedObject('SearchIndex', searchIndexKind, {
  FindByInventoryPath(call, _self, { inventoryPath }) {
    return visible(call, byPath(call, inventoryPath));
  },
  FindChild(call, _self, { entity, name }) {
    return visible(call, child(guarded(call, entity), name));
  },
  FindByUuid(call, _self, { datacenter, uuid, vmSearch, instanceUuid }) {
    const index = vmSearch && instanceUuid ? 'instanceUuid' : 'uuid';
    return found(call, index, uuid.toLowerCase(), typeOf(vmSearch), datacenter)[0];
  },
  FindAllByUuid(call, _self, { datacenter, uuid, vmSearch, instanceUuid }) {
    const index = vmSearch && instanceUuid ? 'instanceUuid' : 'uuid';
    return found(call, index, uuid.toLowerCase(), typeOf(vmSearch), datacenter);
  },
  FindByDnsName(call, _self, { datacenter, dnsName, vmSearch }) {
    return found(call, 'dnsName', dnsName.toLowerCase(), typeOf(vmSearch), datacenter)[0];
  },
  FindAllByDnsName(call, _self, { datacenter, dnsName, vmSearch }) {
    return found(call, 'dnsName', dnsName.toLowerCase(), typeOf(vmSearch), datacenter);
  },
  FindByIp(call, _self, { datacenter, ip, vmSearch }) {
    return found(call, 'ipAddress', ip, typeOf(vmSearch), datacenter)[0];
  },
  FindAllByIp(call, _self, { datacenter, ip, vmSearch }) {
    return found(call, 'ipAddress', ip, typeOf(vmSearch), datacenter);
  },
  FindByDatastorePath(call, _self, { datacenter, path }) {
    const match = /^\[([^\]]+)\] (.+)$/.exec(path);
    if (!match) throw new VimFault('InvalidDatastorePath', { datastorePath: path });
    const stores = (guarded(call, datacenter).get('datastore') ?? []) as readonly Ref[];
    const store = stores.find((s) => call.world.find(s.value)?.get('name') === match[1]);
    if (!store) throw new VimFault('InvalidDatastore', { name: match[1] });
    const key = `${store.value}/${match[2]}`;
    return found(call, 'vmPathName', key, 'VirtualMachine', datacenter)[0] as Ref<'VirtualMachine'> | undefined;
  },
});
