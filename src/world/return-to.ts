/** Goes back to an image. Nobody sees a half of it, and where it fails the world is as it was. */
import type { Image } from './image.ts';
import type { World } from './world.ts';

export function returnTo(world: World, image: Image, lasting: readonly string[] = []): void {
  world.turn(() => {
    const numbers = world.numbers.copy();
    const { tick } = world;
    world.orElse(() => {
      world.numbers.reset(numbers);
      world.tick = tick;
    });
    world.inOrder(() => putBack(world, image));
    if (tick !== image.tick) world.moveTick(image.tick);
    image.changes.clear();
    world.numbers.reset(image.numbers, lasting);
  });
}

function putBack(world: World, image: Image): void {
  const changes = [...image.changes];
  for (const [id, before] of changes) {
    const cell = world.find(id);
    if (cell && before?.kind !== cell.kind) world.destroy(cell);
  }
  for (const [id, before] of changes) if (before) world.put(id, before);
}
