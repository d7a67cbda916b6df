/**
 * `simsphere`: an embedded vCenter or ESXi.
 *
 * @example
 * const sim = await startSimulator({ inventory: { vm: 5 } });
 * // point any client at sim.url with sim.credentials and sim.ca
 * await sim.close();
 */
export { SimError } from './kernel/errors.ts';
export type { Logger } from './kernel/logger.ts';
export {
  type PrivilegeQuestion,
  type PrivilegeReport,
  type Simulator,
  type StartOptions,
  startSimulator,
  type UserPrivileges,
} from './server/start.ts';
export type { SimulatorOptions } from './simulator/options.ts';
