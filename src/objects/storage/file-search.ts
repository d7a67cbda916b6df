/** Searches of a datastore: which files of a directory fit, and what is told of each. */
import { fitsGlob } from '../../kernel/glob.ts';
import type {
  FileInfo,
  HostDatastoreBrowserSearchResults,
  HostDatastoreBrowserSearchSpec,
} from '../../vim25/generated/index.ts';
import type { Ref } from '../../vim25/value.ts';
import { invalidArgument, VimFault } from '../../world/fault.ts';
import type { Place } from './datastore-place.ts';
import { type Directories, directoriesOf, type Entry } from './directory.ts';
import { answerTo, detailsOf, plainInfo } from './file-info.ts';
import { directoryOf } from './files.ts';

type Spec = HostDatastoreBrowserSearchSpec;
type Results = HostDatastoreBrowserSearchResults;

/** Throws InvalidArgument: one type of file cannot be asked for twice. */
export function guardSpec(spec: Spec | undefined): void {
  const seen = new Set<string>();
  spec?.query?.forEach((query, i) => {
    const type = String((query as { readonly _typeName?: string })._typeName);
    if (seen.has(type)) throw invalidArgument(`searchSpec.query[${i}]`);
    seen.add(type);
  });
}

/** What of one directory fits. Throws FileNotFound, or NotADirectory. */
export function searched(place: Place, spec: Spec | undefined): Results {
  const directories = directoriesOf(place.store);
  return resultsOf(place, place.path, entriesAt(directories, place), spec ?? {});
}

/** The same for a directory and all below it, each before what it holds. */
export function searchedBelow(place: Place, spec: Spec | undefined): Results[] {
  const directories = directoriesOf(place.store);
  entriesAt(directories, place);
  const paths = [...directories.keys()].filter(
    (path) => path === place.path || place.path === '' || path.startsWith(`${place.path}/`),
  );
  return paths.sort(byParts).map((path) => resultsOf(place, path, directories.get(path)!, spec ?? {}));
}

function entriesAt(directories: Directories, { path, name }: Place): ReadonlyMap<string, Entry> {
  const found = directories.get(path);
  if (found) return found;
  const beside = directories.get(directoryOf(path))?.get(path.slice(path.lastIndexOf('/') + 1));
  throw new VimFault(beside ? 'NotADirectory' : 'FileNotFound', { file: name });
}

function resultsOf(
  { store, path: start }: Place,
  path: string,
  entries: ReadonlyMap<string, Entry>,
  spec: Spec,
): Results {
  const file = sorted([...entries.values()], spec).flatMap((entry) => infoOf(entry, spec) ?? []);
  const folder = `[${store.state.name}]${path === '' ? '' : ` ${path}`}`;
  return {
    _typeName: 'HostDatastoreBrowserSearchResults',
    datastore: store.ref as Ref<'Datastore'>,
    // Clients put a file's name behind it: what lies below the start ends in a slash, the start is as it was named.
    folderPath: path === start ? folder : `${folder}/`,
    file: file.length === 0 ? undefined : file,
  } as Results;
}

function sorted(entries: Entry[], { sortFoldersFirst }: Spec): Entry[] {
  const rank = ({ directory }: Entry) => (sortFoldersFirst && !directory ? 1 : 0);
  return entries.sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
}

/** Directories by their parts, so that one stands before what it holds. */
function byParts(a: string, b: string): number {
  const key = (path: string) => path.replaceAll('/', '\0');
  return key(a) < key(b) ? -1 : 1;
}

function infoOf(entry: Entry, spec: Spec): FileInfo | undefined {
  const { matchPattern, query, details, searchCaseInsensitive } = spec;
  if (matchPattern?.length && !matchPattern.some((pattern) => fitsGlob(pattern, entry.name))) return undefined;
  let info: FileInfo | undefined = query?.length ? undefined : plainInfo(entry, details);
  for (const one of query ?? []) info ??= answerTo(one, entry, searchCaseInsensitive === true);
  return info && { ...info, ...detailsOf(entry, details) };
}
