/** What is known of a virtual disk's bytes: a pile of immutable layers. */

export interface Layer {
  /** Extent of the spool. */
  readonly extent: string;
  /** `raw`: the disk's bytes from its beginning on, all of them said. `grains`: stretches, found by the extent's own index. */
  readonly kind: 'raw' | 'grains';
  /** Bytes held: of a raw layer the file's, of grains those that are not zeros by the block. */
  readonly size: number;
}

/** Bottom to top. Where no layer says anything the disk reads as zeros. */
export type DiskContent = readonly Layer[];
