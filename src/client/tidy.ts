/** Giving back what a server keeps for us. It would let go by itself in time, so no failure of it is anybody's concern. */
import { VsphereError } from './vsphere-error.ts';

/** Longest wait for it, in milliseconds: what the caller came for is done already. */
export const TIDY = 5_000;

export async function tidied(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof VsphereError)) throw error;
  }
}
