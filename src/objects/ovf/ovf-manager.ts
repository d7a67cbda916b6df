/** OvfManager: descriptors read before they are imported, and written for what is exported. */
import type { OvfOptionInfo } from '../../vim25/generated/index.ts';
import type { Cell } from '../../world/cell.ts';
import { invalidArgument } from '../../world/fault.ts';
import { defineKind, type Facets, type KindSpec } from '../../world/kind.ts';
import { type ManagedObject, managedObject } from '../managed-object.ts';
import { datastoreKind } from '../storage/datastore.ts';
import { createdDescriptor } from './create-descriptor.ts';
import { importSpec } from './import-spec.ts';
import { parsedDescriptor, validatedHost } from './parse-descriptor.ts';

const option = (name: string, summary: string): OvfOptionInfo =>
  Object.freeze({
    _typeName: 'OvfOptionInfo',
    option: name,
    description: Object.freeze({ key: `ovf.option.${name}`, message: summary }),
  }) as OvfOptionInfo;

const IMPORT = Object.freeze([
  option('lax', 'Accept hardware that is not supported here, and leave it out'),
  option('keepTags', 'Keep the tags of the package'),
]);
const EXPORT = Object.freeze([
  option('mac', 'Export the MAC addresses of network cards'),
  option('uuid', 'Export the BIOS uuid'),
  option('extraconfig', 'Export the extra configuration'),
  option('nodevicesubtypes', 'Leave out the subtypes of CD-ROM drives, floppy drives and controllers'),
]);

export const ovfManagerKind: KindSpec<Facets> = defineKind<Facets>({
  type: 'OvfManager',
  properties: {
    ovfImportOption: { reads: [], value: () => IMPORT },
    ovfExportOption: { reads: [], value: () => EXPORT },
  },
});

export const ovfManager: ManagedObject = managedObject('OvfManager', ovfManagerKind, {
  ParseDescriptor: (_call, _self, { ovfDescriptor, pdp }) => parsedDescriptor(ovfDescriptor, pdp),

  ValidateHost: (_call, _self, { ovfDescriptor, vhp }) => validatedHost(ovfDescriptor, vhp),

  CreateDescriptor(call, _self, { obj, cdp }) {
    const entity = call.world.find(obj.value)!;
    if (!entity.is('VirtualMachine') && !entity.is('VirtualApp')) throw invalidArgument('obj');
    return createdDescriptor(entity, cdp);
  },

  CreateImportSpec(call, _self, { ovfDescriptor, resourcePool, datastore, cisp }) {
    const pool = call.world.find(resourcePool.value)!;
    const store = call.resolve(datastoreKind, datastore);
    const reached = pool.one('owner')?.get('datastore') as readonly { readonly value: string }[] | undefined;
    if (!reached?.some(({ value }) => value === store.id)) throw invalidArgument('datastore');
    return importSpec(call.site, ovfDescriptor, pool, store as unknown as Cell, cisp);
  },
});
