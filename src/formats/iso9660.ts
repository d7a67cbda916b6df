/** A CD image of one file: ISO 9660 level 1 with the file's own name, as small tools write it. */

const SECTOR = 2048;
const [DESCRIPTOR, END, TABLE, TABLE_BIG, ROOT, DATA] = [16, 17, 18, 19, 20, 21];

/** The image, at least as long as `least` bytes. */
export function isoImage(volume: string, name: string, content: Uint8Array, least = 0): Uint8Array {
  const sectors = Math.max(DATA! + Math.ceil(content.length / SECTOR), Math.ceil(least / SECTOR));
  const image = new Uint8Array(sectors * SECTOR);
  const part = (sector: number | undefined) => image.subarray(sector! * SECTOR, (sector! + 1) * SECTOR);
  descriptor(part(DESCRIPTOR), volume, sectors);
  part(END).set([255, ...letters('CD001'), 1]);
  part(TABLE).set([1, 0, ...little(ROOT!, 4), ...little(1, 2), 0, 0]);
  part(TABLE_BIG).set([1, 0, ...big(ROOT!, 4), ...big(1, 2), 0, 0]);
  const itself = record([0], ROOT!, SECTOR, true);
  const parent = record([1], ROOT!, SECTOR, true);
  part(ROOT).set([...itself, ...parent, ...record(letters(`${name};1`), DATA!, content.length, false)]);
  image.set(content, DATA! * SECTOR);
  return image;
}

function descriptor(at: Uint8Array, volume: string, sectors: number): void {
  at.fill(0x20, 8, 72);
  at.fill(0x20, 190, 813);
  at.set([1, ...letters('CD001'), 1]);
  at.set(letters(volume), 40);
  at.set(both(sectors, 4), 80);
  for (const offset of [120, 124]) at.set(both(1, 2), offset);
  at.set(both(SECTOR, 2), 128);
  at.set(both(10, 4), 132);
  at.set(little(TABLE!, 4), 140);
  at.set(big(TABLE_BIG!, 4), 148);
  at.set(record([0], ROOT!, SECTOR, true), 156);
  // Four instants that nobody wrote down, and the version of the structure.
  for (const offset of [813, 830, 847, 864]) at.set([...letters('0'.repeat(16)), 0], offset);
  at[881] = 1;
}

/** An entry of a directory. */
function record(name: readonly number[], sector: number, size: number, directory: boolean): number[] {
  const length = 33 + name.length + ((name.length + 1) % 2);
  const bytes = new Array<number>(length).fill(0);
  const put = (at: number, values: readonly number[]) => bytes.splice(at, values.length, ...values);
  put(0, [length, 0, ...both(sector, 4), ...both(size, 4)]);
  // The first day of 1980.
  put(18, [80, 1, 1, 0, 0, 0, 0, directory ? 2 : 0]);
  put(28, both(1, 2));
  put(32, [name.length, ...name]);
  return bytes;
}

function letters(text: string): number[] {
  return [...new TextEncoder().encode(text)];
}

function little(n: number, bytes: number): number[] {
  return Array.from({ length: bytes }, (_, i) => (n >>> (8 * i)) & 255);
}

function big(n: number, bytes: number): number[] {
  return little(n, bytes).reverse();
}

function both(n: number, bytes: number): number[] {
  return [...little(n, bytes), ...big(n, bytes)];
}
