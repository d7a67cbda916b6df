/** All rooms' managed objects in one registry: made once per process, frozen, shared by every simulator. */
import { accessObjects } from '../objects/access/objects.ts';
import { sessionKind } from '../objects/access/session.ts';
import { alarmKinds } from '../objects/alarm/objects.ts';
import { computeObjects } from '../objects/compute/objects.ts';
import { customizationMethods } from '../objects/customization/objects.ts';
import { guestKinds, guestMethods } from '../objects/guest/objects.ts';
import { historyObjects } from '../objects/history/objects.ts';
import { inventoryObjects } from '../objects/inventory/objects.ts';
import { movingMethods } from '../objects/machine/move/migrate-methods.ts';
import { machineMethods, machineObjects } from '../objects/machine/objects.ts';
import { networkObjects } from '../objects/network/objects.ts';
import { queryObjects } from '../objects/query/objects.ts';
import { serviceMethods, serviceObjects } from '../objects/service/objects.ts';
import { fileManagerMethods } from '../objects/storage/file-manager.ts';
import { datastoreFileKind } from '../objects/storage/files.ts';
import { storageObjects } from '../objects/storage/objects.ts';
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
    ...machineObjects,
  ],
  [
    ...serviceMethods,
    ...customizationMethods,
    ...machineMethods,
    ...movingMethods,
    fileManagerMethods,
    ...guestMethods,
  ],
  [sessionKind as never, datastoreFileKind as never, ...alarmKinds, ...guestKinds],
);
