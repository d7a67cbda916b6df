/** What a machine's console shows: a text screen with the boot's log and what is known of the guest, as an image. */
import { GLYPH, isDot } from '../../../formats/console-font.ts';
import type { IndexedImage } from '../../../formats/png.ts';
import { formatTime } from '../../../kernel/time.ts';
import { guestName } from '../config/guest-names.ts';
import { isCard, isDisk } from '../device/device.ts';
import { labelOf } from '../device/device-words.ts';
import type { Machine } from '../machine.ts';

/** A text screen of 80 by 25, as firmware leaves it. */
const TEXT = { width: 720, height: 400 } as const;
const CELL = { width: 9, height: 16 } as const;
const PALETTE = [0x000000, 0xaaaaaa] as const;
/** No more of them are listed than leaves room for the rest. */
const MOST_DEVICES = 12;

/** What firmware and system wrote when it booted. */
function bootLog({ config, devices, power }: Machine): string[] {
  const firmware = config.said?.firmware === 'efi' ? 'EFI' : 'BIOS';
  const plural = config.numCPU === 1 ? 'CPU' : 'CPUs';
  const found = devices.filter((d) => isDisk(d) || isCard(d));
  return [
    `${firmware}, hardware ${config.version}: ${config.numCPU} ${plural}, ${config.memoryMB} MB of memory`,
    ...found.slice(0, MOST_DEVICES).map((d) => `found ${labelOf(d)}${isCard(d) ? ` ${d.macAddress ?? ''}` : ''}`),
    ...(power.bootTime === undefined ? [] : [`${power.state} since ${formatTime(power.bootTime)}`]),
  ];
}

/** The lines on the screen, from the top. `hostName` and `addresses` are what the guest says of itself. */
export function screenLines(m: Machine, hostName: string | undefined, addresses: readonly string[]): string[] {
  const system = m.config.said?.alternateGuestName || guestName(m.config.guestId);
  const lines = [...bootLog(m), '', `${system} ${m.name} tty1`, ''];
  for (const address of addresses) lines.push(`address: ${address}`);
  if (addresses.length > 0) lines.push('');
  lines.push(`${hostName ?? m.name} login: _`);
  return lines;
}

/** The screen as an image, in the size of the guest's displays. */
export function drawScreen(displays: Machine['displays'], lines: readonly string[]): IndexedImage {
  const width = displays ? Math.max(...displays.map((d) => d.x + d.width)) : TEXT.width;
  const height = displays ? Math.max(...displays.map((d) => d.y + d.height)) : TEXT.height;
  const pixels = new Uint8Array(width * height);
  for (const [row, line] of lines.entries()) {
    for (const [column, character] of [...line].entries()) draw(pixels, width, height, character, column, row);
  }
  return { width, height, palette: PALETTE, pixels };
}

/** Dots are drawn twice as high as wide, so that a character fills its cell as on a text screen. */
function draw(pixels: Uint8Array, width: number, height: number, character: string, column: number, row: number): void {
  const left = column * CELL.width + 1;
  const top = row * CELL.height + 1;
  if (left + CELL.width > width || top + CELL.height > height) return;
  const across = CELL.width - 2;
  for (let y = 0; y < 2 * GLYPH.height; y++) {
    for (let x = 0; x < across; x++) {
      const dot = isDot(character, Math.floor((x * GLYPH.width) / across), y >> 1);
      if (dot) pixels[(top + y) * width + left + x] = 1;
    }
  }
}
