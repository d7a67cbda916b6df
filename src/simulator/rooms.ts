/** All rooms' managed objects in one registry: made once per process, frozen, shared by every simulator. */
import { accessMethods, accessObjects } from '../objects/access/objects.ts';
import { sessionKind } from '../objects/access/sessions/session.ts';
import { alarmKinds } from '../objects/alarm/objects.ts';
import { drsKinds, drsMethods } from '../objects/compute/drs/objects.ts';
import { haMethods } from '../objects/compute/ha/objects.ts';
import { connectionMethods } from '../objects/compute/host/connect-info.ts';
import { computeObjects } from '../objects/compute/objects.ts';
import { storageQueryMethods } from '../objects/compute/storage/storage-query.ts';
import { consoleConnectionKind } from '../objects/console/connection.ts';
import { consoleMethods } from '../objects/console/console-methods.ts';
import { consoleTicketKind } from '../objects/console/ticket.ts';
import { customizationMethods } from '../objects/customization/objects.ts';
import { guestKinds, guestMethods } from '../objects/guest/objects.ts';
import { historyObjects } from '../objects/history/objects.ts';
import { inventoryObjects } from '../objects/inventory/objects.ts';
import { copyMethods } from '../objects/machine/copy/objects.ts';
import { ofPrimaries } from '../objects/machine/fault-tolerance/primaries-only.ts';
import { movingMethods } from '../objects/machine/move/migrate-methods.ts';
import { migrationKind } from '../objects/machine/move/migration.ts';
import { machineMethods, machineObjects } from '../objects/machine/objects.ts';
import { protectMethods } from '../objects/machine/protect/methods.ts';
import { ipPoolKind } from '../objects/network/ip-pool/ip-pool.ts';
import { ipPoolMethods } from '../objects/network/ip-pool/ip-pool-manager.ts';
import { networkObjects } from '../objects/network/objects.ts';
import { nfcMethods, nfcObjects } from '../objects/nfc/objects.ts';
import { ovfManager } from '../objects/ovf/ovf-manager.ts';
import { policyKind } from '../objects/policy/profile.ts';
import { queryObjects } from '../objects/query/objects.ts';
import { serviceMethods, serviceObjects } from '../objects/service/objects.ts';
import { arrivingKind } from '../objects/storage/arriving.ts';
import { storageDrsMethods } from '../objects/storage/drs/manager.ts';
import { placementKind } from '../objects/storage/drs/placement.ts';
import { fileManagerMethods } from '../objects/storage/file-manager.ts';
import { datastoreFileKind } from '../objects/storage/files.ts';
import { firstClassDiskKind } from '../objects/storage/first-class/first-class-disk.ts';
import { diskFolderKind } from '../objects/storage/first-class/infrastructure.ts';
import { firstClassMethods } from '../objects/storage/first-class/manager.ts';
import { fileHoldKind } from '../objects/storage/held-files.ts';
import { namespaceManagerMethods } from '../objects/storage/namespace-manager.ts';
import { storageObjects } from '../objects/storage/objects.ts';
import { virtualDiskManagerMethods } from '../objects/storage/virtual-disk-manager/manager.ts';
import { volumeCopyKind } from '../objects/storage/volume-copy.ts';
import { vim25 } from '../vim25/vim25.ts';
import { Registry } from './registry.ts';

export const registry: Registry = new Registry(
  vim25,
  [
    ...queryObjects,
    ...serviceObjects,
    ...accessObjects,
    ...historyObjects,
    ...inventoryObjects,
    ...computeObjects,
    ...storageObjects,
    ...networkObjects,
    ...machineObjects.map(ofPrimaries),
    ovfManager,
    ...nfcObjects,
  ],
  [
    ...serviceMethods,
    ...accessMethods,
    ...customizationMethods,
    drsMethods,
    ...machineMethods,
    haMethods,
    connectionMethods,
    ...copyMethods,
    protectMethods,
    ipPoolMethods,
    ...movingMethods,
    fileManagerMethods,
    virtualDiskManagerMethods,
    storageDrsMethods,
    namespaceManagerMethods,
    storageQueryMethods,
    ...guestMethods,
    ...firstClassMethods,
    ...nfcMethods,
    consoleMethods as never,
  ].map(ofPrimaries),
  [
    sessionKind as never,
    datastoreFileKind as never,
    arrivingKind as never,
    volumeCopyKind as never,
    fileHoldKind as never,
    ipPoolKind as never,
    policyKind as never,
    firstClassDiskKind as never,
    diskFolderKind as never,
    migrationKind as never,
    placementKind as never,
    consoleTicketKind as never,
    consoleConnectionKind as never,
    ...drsKinds,
    ...alarmKinds,
    ...guestKinds,
  ],
);
