/** `simsphere/driver`: a virt driver over one cluster. */
export { createDriver, type Driver } from './driver.ts';
export type { InstanceInfo } from './instances.ts';
export type { DriverOptions, Flavor, NetworkRequest, SpawnRequest } from './options.ts';
export type { AvailableResource } from './resources.ts';
export type { Surroundings } from './surroundings.ts';
