/** `/_simsphere/disks/VM/KEY`: the disks of machines as their guests see them. */
import type { Router } from 'express';
import { z } from 'zod';
import type { Disks } from '../simulator/disks.ts';
import { sendParts } from './outgoing.ts';

const place = z.coerce.number().int().nonnegative();
const readQuery = z.strictObject({ at: place.default(0), length: place.optional() });
const writeQuery = z.strictObject({ at: place.default(0) });

export function diskRoutes(routes: Router, disks: Disks): void {
  routes.get('/disks/:vm/:key', async (request, response) => {
    const { at, length } = readQuery.parse(request.query);
    const disk = disks.open(nameOf(request.params));
    const end = Math.min(disk.capacity, length === undefined ? disk.capacity : at + length);
    response.type('application/octet-stream').set('Content-Length', String(Math.max(0, end - at)));
    await sendParts(at < end ? disk.bytes(at, end) : [], response);
  });
  routes.put('/disks/:vm/:key', async (request, response) => {
    const { at } = writeQuery.parse(request.query);
    await disks.write(nameOf(request.params), at, request);
    response.status(204).end();
  });
}

function nameOf({ vm, key }: { readonly vm: string; readonly key: string }): { vm: string; key: number } {
  return { vm, key: z.coerce.number().int().parse(key) };
}
