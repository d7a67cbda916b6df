/** Worlds that are kept: whatever was done, an image, a dump and a directory give back the same world, byte for byte. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isVsphereError } from '../../src/client/index.ts';
import { Simulation } from '../../src/simulator/simulator.ts';
import { StateDirectory } from '../../src/state/state-directory.ts';
import { bytesOf, inPieces } from '../state/dumps.ts';
import { type Deed, Nothing, OPERATIONS } from './storage-operations.ts';
import { Refused, StorageScene } from './storage-scene.ts';

const whats = [...(Object.keys(OPERATIONS) as Deed['what'][]), 'write', 'snapshot', 'clone', 'powerOn'] as const;
const deed = fc.record({ what: fc.constantFrom(...whats), a: fc.nat(60), b: fc.nat(60), c: fc.nat(60) });
/** Deeds, and between them what is done with images: the number says which. */
const step = fc.oneof(
  { weight: 6, arbitrary: deed },
  { weight: 1, arbitrary: fc.record({ save: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ restore: fc.nat(2) }) },
);
const BEGINNING: readonly Deed[] = [
  { what: 'createMachine', a: 0, b: 0, c: 0 },
  { what: 'write', a: 0, b: 0, c: 1 },
  { what: 'snapshot', a: 0, b: 1, c: 0 },
  { what: 'firstClass', a: 0, b: 0, c: 0 },
];

/** What is refused is refused; nothing is made of it here. */
async function attempt(scene: StorageScene, what: Deed): Promise<void> {
  try {
    await OPERATIONS[what.what]({ ...what, scene, before: await scene.picture() });
  } catch (error) {
    const isRefusal = error instanceof Refused || error instanceof Nothing || (isVsphereError(error) && error.fault);
    if (!isRefusal && (error as { readonly code?: string }).code !== 'ERR_USAGE') throw error;
  }
}

/** The world a directory holds, as it would be found had its process been killed. */
async function reread(state: string, within: string): Promise<Buffer> {
  const copy = mkdtempSync(join(within, 'copy-'));
  cpSync(state, copy, { recursive: true });
  rmSync(join(copy, 'lock'));
  const found = new Simulation({ clock: { kind: 'manual' }, keptIn: new StateDirectory(copy) });
  try {
    return await bytesOf(found.dump());
  } finally {
    found.close();
  }
}

it('are the same again from an image, a dump and a directory', async () => {
  const within = mkdtempSync(join(tmpdir(), 'simsphere-test-kept-'));
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 24, size: 'max' }), async (steps) => {
      const state = mkdtempSync(join(within, 'state-'));
      await using scene = await StorageScene.open({ state });
      const { simulation } = scene.sim;
      const dumped = () => bytesOf(simulation.dump());
      const images = new Map<string, Buffer>();
      for (const one of [...BEGINNING, ...steps]) {
        if ('what' in one) await attempt(scene, one);
        else if ('save' in one) {
          simulation.save(String(one.save));
          images.set(String(one.save), await dumped());
        } else if (images.has(String(one.restore))) {
          simulation.restore(String(one.restore));
          expect(said(await dumped())).toEqual(said(images.get(String(one.restore))!));
        }
      }
      const now = await dumped();
      expect((await reread(state, within)).equals(now)).toBe(true);
      simulation.reset();
      await simulation.load(inPieces(now));
      expect((await dumped()).equals(now)).toBe(true);
    }),
    { numRuns: 6 },
  );
  rmSync(within, { recursive: true });
});

/** A dump's texts, without the numbers that sessions are given: those go on where somebody is logged in. */
function said(dump: Buffer): string {
  return dump
    .toString('latin1')
    .replace(/"numbers":\{[^}]*\}/, '')
    .replace(/^simsphere\.json.{500}/s, '')
    .slice(0, -2_048);
}
