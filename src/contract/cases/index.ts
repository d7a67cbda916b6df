import type { ContractCase } from '../contract-case.ts';
import { deviceCases } from './devices.ts';
import { driverCases } from './driver.ts';
import { fileCases } from './files.ts';
import { historyCases } from './history.ts';
import { inventoryCases } from './inventory.ts';
import { machineCases } from './machines.ts';
import { permissionCases } from './permissions.ts';
import { propertyCases } from './properties.ts';
import { sessionCases } from './sessions.ts';
import { snapshotCases } from './snapshots.ts';
import { updateCases } from './updates.ts';

/** Every case of the contract, in the order in which they run. */
export const cases: readonly ContractCase[] = [
  ...sessionCases,
  ...inventoryCases,
  ...propertyCases,
  ...updateCases,
  ...machineCases,
  ...deviceCases,
  ...snapshotCases,
  ...historyCases,
  ...fileCases,
  ...driverCases,
  ...permissionCases,
];
