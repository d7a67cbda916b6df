/** `simsphere/client`: a typed client for vCenter and ESXi. */
export type { DataObject } from '../vim25/index.ts';
export type { Ref } from '../vim25/value.ts';
export { asRef } from './as-ref.ts';
export type { CallArguments, Caller } from './caller.ts';
export { type Client, connect } from './client.ts';
export type { FileOptions, UploadOptions } from './datastore-files.ts';
export { type DatastorePath, formatDatastorePath, parseDatastorePath } from './datastore-path.ts';
export type { CallOptions, ConnectOptions } from './options.ts';
export { type Found, filterOf, filterOfView, type Retrieval } from './property-reads.ts';
export type { TaskOptions } from './task.ts';
export type { ManagedName, MethodName, Params, Path, Read, Result, TaskMethod, TaskResult } from './types.ts';
export type { View } from './view.ts';
export { isVsphereError, VsphereError } from './vsphere-error.ts';
export type { WatchOptions } from './watch.ts';
