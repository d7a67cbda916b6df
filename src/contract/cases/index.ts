import type { ContractCase } from '../contract-case.ts';
import { cloneCases } from './clones.ts';
import { deviceCases } from './devices.ts';
import { diskCases } from './disks.ts';
import { driverCases } from './driver.ts';
import { driverImageCases } from './driver-images.ts';
import { eventCases } from './events.ts';
import { fileCases } from './files.ts';
import { inventoryCases } from './inventory.ts';
import { machineConfigCases } from './machine-config.ts';
import { machineCases } from './machines.ts';
import { migrationCases } from './migration.ts';
import { permissionCases } from './permissions.ts';
import { placementCases } from './placement.ts';
import { propertyCases } from './properties.ts';
import { sessionCases } from './sessions.ts';
import { settingCases } from './settings.ts';
import { snapshotCases } from './snapshots.ts';
import { taskCases } from './tasks.ts';
import { updateCases } from './updates.ts';

const AREAS: Readonly<Record<string, readonly ContractCase[]>> = {
  sessions: sessionCases,
  inventory: inventoryCases,
  properties: propertyCases,
  updates: updateCases,
  tasks: taskCases,
  machines: [...machineCases, ...machineConfigCases],
  devices: deviceCases,
  snapshots: snapshotCases,
  clones: cloneCases,
  files: fileCases,
  disks: diskCases,
  placement: placementCases,
  permissions: permissionCases,
  migration: migrationCases,
  events: eventCases,
  settings: settingCases,
  driver: [...driverCases, ...driverImageCases],
};

/** Every case of the contract, in the order in which they run. */
export const cases: readonly ContractCase[] = Object.entries(AREAS).flatMap(([area, list]) =>
  list.map((one) => ({ ...one, area })),
);
