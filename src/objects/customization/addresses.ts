/** Addresses and masks as a specification writes them. */

const BYTE = /^(?:\d|[1-9]\d|1\d\d|2[0-4]\d|25[0-5])$/;

export function isIpv4(text: string): boolean {
  return bytesOf(text) !== undefined;
}

function bytesOf(text: string): number[] | undefined {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => BYTE.test(part)) ? parts.map(Number) : undefined;
}

/** RFC 4291, section 2.2: eight groups, some of them left out once as `::`, the last two perhaps as an IPv4 address. */
export function isIpv6(text: string): boolean {
  const tail = /^(.*:)([\d.]+)$/.exec(text);
  const plain = tail?.[2]?.includes('.') ? (isIpv4(tail[2]) ? `${tail[1]}0:0` : 'no') : text;
  const halves = plain.split('::');
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const sound = groups.every((group) => /^[\da-f]{1,4}$/i.test(group));
  return sound && (halves.length === 1 ? groups.length === 8 : halves.length === 2 && groups.length < 8);
}

export function isAddress(text: string): boolean {
  return isIpv4(text) || isIpv6(text);
}

/** The length of the prefix a mask stands for: 24 for `255.255.255.0`; undefined for what is no mask. */
export function prefixLengthOf(mask: string): number | undefined {
  const bits = bytesOf(mask)
    ?.map((byte) => byte.toString(2).padStart(8, '0'))
    .join('');
  return bits !== undefined && /^1+0*$/.test(bits) ? bits.lastIndexOf('1') + 1 : undefined;
}

/** An address a machine may have: of no network, broadcast or multicast kind. */
export function isUsable(ip: string): boolean {
  const first = bytesOf(ip)?.[0];
  return first === undefined ? isIpv6(ip) : first > 0 && first < 224 && first !== 127;
}
