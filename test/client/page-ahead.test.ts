/** A bulk read of several pages: who reads on has the server work ahead, and who stops leaves nothing with it. */
import { expect, it } from 'vitest';
import { Scripted } from './scripted.ts';

const object = (id: string) =>
  `<objects><obj type="Folder">${id}</obj><propSet><name>name</name><val xsi:type="xsd:string">${id}</val></propSet></objects>`;
const page = (id: string, token?: string) =>
  `<returnval>${token === undefined ? '' : `<token>${token}</token>`}${object(id)}</returnval>`;

/** Four pages of one object each; tells which cursors were gone on with and which given up. */
async function fourPages() {
  const [followed, cancelled]: string[][] = [[], []];
  let told = (): void => {};
  const twice = new Promise<void>((resolve) => {
    told = resolve;
  });
  const tokenOf = (text: string): string => /<token>([^<]*)</.exec(text)![1]!;
  const server = await Scripted.open({
    RetrievePropertiesEx: () => page('a', '1'),
    ContinueRetrievePropertiesEx: ({ text }) => {
      followed!.push(tokenOf(text));
      if (followed!.length === 2) told();
      return [page('b', '2'), page('c', '3'), page('d')][followed!.length - 1];
    },
    CancelRetrievePropertiesEx: ({ text }) => {
      cancelled!.push(tokenOf(text));
      return '';
    },
  });
  const client = await server.connect();
  const reading = client.retrieve({ type: 'Folder', properties: ['name'] });
  const name = async (): Promise<string | undefined> => (await reading.next()).value?.properties.name;
  return {
    followed,
    cancelled,
    twice,
    reading,
    name,
    async [Symbol.asyncDispose]() {
      await client.close();
      await server[Symbol.asyncDispose]();
    },
  };
}

it('asks for nothing ahead before one page was read to its end', async () => {
  await using read = await fourPages();
  expect(await read.name()).toBe('a');
  await read.reading.return();
  expect(read.followed).toEqual([]);
  expect(read.cancelled).toEqual(['1']);
});

it('asks for the next page while one is read, and gives its cursor up when the reader leaves', async () => {
  await using read = await fourPages();
  expect([await read.name(), await read.name()]).toEqual(['a', 'b']);
  await read.twice;
  await read.reading.return();
  expect(read.followed).toEqual(['1', '2']);
  expect(read.cancelled).toEqual(['3']);
});

it('gives all of it in order, and there is nothing left to give up', async () => {
  await using read = await fourPages();
  const names: (string | undefined)[] = [];
  for await (const { properties } of read.reading) names.push(properties.name);
  expect(names).toEqual(['a', 'b', 'c', 'd']);
  expect([read.followed, read.cancelled]).toEqual([['1', '2', '3'], []]);
});
