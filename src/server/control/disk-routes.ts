/** `/disks`: the disks of machines as their guests see them. */
import { z } from 'zod';
import { sendParts } from '../outgoing.ts';
import { DONE, NOTHING, type Route, route } from './route.ts';

const place = z.coerce.number().int().nonnegative();
const params = z.strictObject({
  vm: z.string().describe('name or id of the machine'),
  key: z.coerce.number().int().describe('key of the disk: 2000 is the first'),
});

export const diskRoutes: readonly Route[] = [
  route({
    verb: 'get',
    path: '/disks/{vm}/{key}',
    name: 'readDisk',
    about: 'The bytes of a disk from a place on.',
    params,
    query: z.strictObject({ at: place.default(0), length: place.optional() }),
    answers: { 200: { about: 'the bytes; zeros where nothing was written', type: 'application/octet-stream' } },
    async run({ simulation, params: disk, query: { at, length }, response }) {
      const open = simulation.disks.open(disk);
      const end = Math.min(open.capacity, length === undefined ? open.capacity : at + length);
      const size = Math.max(0, end - at);
      response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': size });
      await sendParts(at < end ? open.bytes(at, end) : [], response);
      return undefined;
    },
  }),
  route({
    verb: 'put',
    path: '/disks/{vm}/{key}',
    name: 'writeDisk',
    about: 'Writes the body at a place, as the guest would.',
    params,
    query: z.strictObject({ at: place.default(0) }),
    body: 'bytes',
    answers: { 204: NOTHING },
    async run({ simulation, params: disk, query: { at }, request }) {
      await simulation.disks.write(disk, at, request);
      return DONE;
    },
  }),
];
