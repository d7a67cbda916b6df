/** `simsphere/driver`: a virt driver over one cluster. */

export type { CacheReport } from './cache-ageing.ts';
export type { ConsoleKind, TicketConsole, VncConsole } from './console.ts';
export type { Diagnostics, DiskDiagnostics, NicDiagnostics } from './diagnostics.ts';
export { createDriver, type Driver } from './driver.ts';
export { type ExtraSpecs, extraSpecs, type Flavor, type Quota } from './flavor.ts';
export { type Glance, type GlanceOptions, type GlanceSink, openGlance } from './glance.ts';
export type { MaintenanceOptions } from './host-maintenance.ts';
export type {
  AdapterType,
  DiskType,
  Image,
  ImageProperties,
  ImageSink,
  ImageSource,
  NewImage,
  VifModel,
} from './image.ts';
export { imageFile, imageFileSink } from './image-file.ts';
export { imageUrl, imageUrlSink } from './image-url.ts';
export type { InstanceInfo } from './instances.ts';
export type { AttachedInterface, InterfaceName, InterfaceRequest } from './interfaces.ts';
export type { MigrationKind } from './migrate.ts';
export type { MigrationTarget } from './migration-target.ts';
export type { DriverOptions } from './options.ts';
export type { AvailableResource, Inventory } from './resources.ts';
export type { GroupPolicy, ServerGroup } from './server-groups.ts';
export type { SnapshotRequest } from './snapshot.ts';
export type { ConfigDrive, NetworkRequest, SpawnRequest } from './spawn-request.ts';
export type { Surroundings } from './surroundings.ts';
export type { AttachOptions, FcdVolume, IscsiVolume, VmdkVolume, Volume } from './volume.ts';
export type { Progress, WorkOptions } from './work.ts';
