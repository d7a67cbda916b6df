/** `/reset`, `/images` and `/state`: coming back to what was, and carrying it elsewhere. */
import { z } from 'zod';
import { formatTime } from '../../kernel/time.ts';
import { KEEPABLE } from '../../simulator/simulator.ts';
import { sendParts } from '../outgoing.ts';
import { ControlError } from './error.ts';
import { DONE, NOTHING, type Route, route } from './route.ts';

const Image = z
  .object({ name: z.string(), time: z.string().describe("when it was taken, on the simulator's clock") })
  .meta({ id: 'Image' });

const name = z.strictObject({ name: z.string().min(1).max(100) });
const noImage = (called: string) => new ControlError(404, 'ERR_NOT_FOUND', `there is no image '${called}'`);

const shown = ({ time, ...image }: { readonly name: string; readonly time: number }) => ({
  ...image,
  time: formatTime(time),
});

export const stateRoutes: readonly Route[] = [
  route({
    verb: 'post',
    path: '/reset',
    name: 'reset',
    about: 'Returns to the world of the start; everybody is logged out.',
    body: z.strictObject({ keep: z.array(z.enum(KEEPABLE)).optional().describe('what stays as it is') }),
    bodyOptional: true,
    answers: { 204: NOTHING },
    run({ simulation, body }) {
      simulation.reset(body);
      return DONE;
    },
  }),
  route({
    verb: 'get',
    path: '/images',
    name: 'listImages',
    about: 'The images of the world that were taken, oldest first.',
    answers: { 200: { about: 'the images', schema: z.array(Image) } },
    run: ({ simulation }) => ({ status: 200, json: simulation.images.map(shown) }),
  }),
  route({
    verb: 'put',
    path: '/images/{name}',
    name: 'saveImage',
    about: 'Takes an image of the world; one of the same name gives way.',
    params: name,
    answers: { 201: { about: 'taken', schema: Image } },
    run: ({ simulation, params }) => ({ status: 201, json: shown(simulation.save(params.name)) }),
  }),
  route({
    verb: 'post',
    path: '/images/{name}/restore',
    name: 'restoreImage',
    about: 'Returns to an image, which stays. Who is logged in stays so.',
    params: name,
    answers: { 204: NOTHING },
    run({ simulation, params }) {
      if (!simulation.images.some((image) => image.name === params.name)) throw noImage(params.name);
      simulation.restore(params.name);
      return DONE;
    },
  }),
  route({
    verb: 'delete',
    path: '/images/{name}',
    name: 'dropImage',
    about: 'Gives an image up.',
    params: name,
    answers: { 204: NOTHING },
    run({ simulation, params }) {
      if (!simulation.drop(params.name)) throw noImage(params.name);
      return DONE;
    },
  }),
  route({
    verb: 'get',
    path: '/state',
    name: 'dumpState',
    about:
      'The whole world as a tar archive, contents of datastores and fault rules with it; sessions and images are not.',
    answers: { 200: { about: 'the archive; the same world gives the same bytes', type: 'application/x-tar' } },
    async run({ simulation, request, response }) {
      response.writeHead(200, { 'content-type': 'application/x-tar' });
      if (request.method === 'HEAD') response.end();
      else await sendParts(simulation.dump(), response);
      return undefined;
    },
  }),
  route({
    verb: 'put',
    path: '/state',
    name: 'loadState',
    about:
      'The world becomes the one of such an archive, of a server of the same kind and version; everybody is logged out.',
    body: 'bytes',
    answers: { 204: NOTHING },
    async run({ simulation, request }) {
      await simulation.load(request);
      return DONE;
    },
  }),
];
