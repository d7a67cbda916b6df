/** Heads of tar members as they are written: plain files with short names, and nothing in them that changes by itself. */

const BLOCK = 512;

/** The head of a file. The name has at most 100 bytes, the size at most eight GiB less one in octal digits, more in binary. */
export function tarHead(name: string, size: number): Buffer {
  const head = Buffer.alloc(BLOCK);
  head.write(name, 0, 100, 'latin1');
  head.write('0000644\0', 100, 'latin1');
  head.write('0000000\0', 108, 'latin1');
  head.write('0000000\0', 116, 'latin1');
  if (size < 8 ** 11) head.write(`${size.toString(8).padStart(11, '0')}\0`, 124, 'latin1');
  else {
    head.writeBigUInt64BE(BigInt(size), 128);
    head[124] = 0x80;
  }
  head.write('00000000000\0', 136, 'latin1');
  head.write('        ', 148, 'latin1');
  head.write('0', 156, 'latin1');
  head.write('ustar\x0000', 257, 'latin1');
  let sum = 0;
  for (const byte of head) sum += byte;
  head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return head;
}

/** What fills the last block of a member. */
export function tarPadding(size: number): Buffer {
  return Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);
}

/** The end of an archive. */
export const TAR_END: Buffer = Buffer.alloc(2 * BLOCK);
