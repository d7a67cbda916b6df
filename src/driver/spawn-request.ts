/** What `spawn` is asked for. */
import type { Readable } from 'node:stream';
import type { Flavor } from './flavor.ts';
import type { ImageSource, VifModel } from './image.ts';
import type { ServerGroup } from './server-groups.ts';

export interface NetworkRequest {
  /** Name of a network or port group of the cluster. Default: the integration bridge. */
  readonly network?: string | undefined;
  /** Default: the server's choice. */
  readonly macAddress?: string | undefined;
  /** Default: the image's, else the driver's. */
  readonly vifModel?: VifModel | undefined;
  /** Id of the network's own port for it, kept in extraConfig as `nvp.iface-id.<n>`. */
  readonly portId?: string | undefined;
}

/** An ISO image for the guest's own set-up. A stream is asked for anew at each attempt. */
export type ConfigDrive = Uint8Array | (() => Readable | Promise<Readable>);

export interface SpawnRequest {
  readonly name: string;
  /** Identity of the instance, kept as its `instanceUuid`. */
  readonly uuid: string;
  readonly flavor: Flavor;
  /** Without one the root disk is empty. */
  readonly image?: ImageSource | undefined;
  readonly configDrive?: ConfigDrive | undefined;
  readonly networks?: readonly NetworkRequest[] | undefined;
  /** vSphere's id of the guest. Default: the image's, else `otherGuest64`. */
  readonly guestId?: string | undefined;
  readonly powerOn?: boolean | undefined;
  /** Others to be kept together with or apart from, from its first start on. */
  readonly group?: ServerGroup | undefined;
}
