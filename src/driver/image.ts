/** Images as their stores know them: what they are, where their bytes come from and where bytes go. */
import type { Readable, Writable } from 'node:stream';

/** How the bytes of a vmdk are laid out, by the names that Glance's `vmware_disktype` has. */
export type DiskType = 'sparse' | 'streamOptimized' | 'preallocated' | 'thin' | 'thick' | 'eagerZeroedThick';

export type AdapterType = 'lsiLogic' | 'lsiLogicsas' | 'busLogic' | 'ide' | 'paraVirtual';

/** `vmxnet3`, or vSphere's own name of it: `VirtualVmxnet3`. */
export type VifModel = 'e1000' | 'e1000e' | 'pcnet' | 'vmxnet' | 'vmxnet3' | `Virtual${string}`;

/** Properties that the driver knows, by the names they have in Glance. Others may stand beside them. */
export interface ImageProperties {
  readonly vmware_disktype?: DiskType | undefined;
  readonly vmware_adaptertype?: AdapterType | undefined;
  /** vSphere's id of the guest: `ubuntu64Guest`. */
  readonly vmware_ostype?: string | undefined;
  readonly hw_vif_model?: VifModel | undefined;
  readonly hw_firmware_type?: 'bios' | 'uefi' | undefined;
  /** Overrides the driver's `useLinkedClone`. */
  readonly img_linked_clone?: boolean | string | undefined;
  readonly [other: string]: unknown;
}

export interface Image {
  /** Names the image in the cache: the same id, the same bytes. */
  readonly id: string;
  readonly name?: string | undefined;
  /** Bytes of the stream, when known. A flat image needs it: it is the size of the disk. */
  readonly size?: number | undefined;
  readonly diskFormat: 'vmdk' | 'iso';
  /** What the disk is packed in: nothing, or an OVA, of which the first disk is the image. Default `bare`. */
  readonly containerFormat?: 'bare' | 'ova' | undefined;
  /** Digest of the stream, when known: an image of other bytes is refused. */
  readonly digest?: { readonly algorithm: 'md5' | 'sha256' | 'sha512'; readonly value: string } | undefined;
  readonly properties?: ImageProperties | undefined;
}

/** What the ending of a file's name says of it. */
export function formatsOf(ending: string): Pick<Image, 'diskFormat' | 'containerFormat'> {
  const said = ending.toLowerCase();
  if (said === '.iso') return { diskFormat: 'iso' };
  return { diskFormat: 'vmdk', ...(said === '.ova' ? { containerFormat: 'ova' } : {}) };
}

/** Where an image comes from. It is opened only where the cache lacks it, and perhaps again after a failure. */
export interface ImageSource {
  describe(signal?: AbortSignal): Promise<Image>;
  open(signal?: AbortSignal): Promise<Readable>;
}

/** What a snapshot is, before its bytes are known. */
export type NewImage = Omit<Image, 'id' | 'size' | 'digest'>;

/** Where an image goes. */
export interface ImageSink {
  /**
   * Opens it for one image. The image stands once the stream has ended (`finish`); a stream that is destroyed leaves
   * nothing behind.
   */
  open(image: NewImage, signal?: AbortSignal): Promise<Writable>;
}
