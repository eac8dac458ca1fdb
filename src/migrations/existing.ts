// What exists so far, as the statements went by. Nothing is ever taken out: an object that a migration created and
// dropped was not made outside Git, whatever later statements want of it.

import { bringsObject, isKnownExtension } from '../supabase/brought.ts';
import { isFilledByOthers } from '../supabase/schemas.ts';
import type { TextualCreations } from './bodies.ts';
import type { Created } from './created.ts';
import { isBuiltIn } from './known-names.ts';
import type { KnownObject } from './migration.ts';
import type { NodeOf } from './parse.ts';
import type { Use } from './walk.ts';

/** Where extensions and the user's own objects live side by side. */
const SHARED_SCHEMAS = new Set(['public', 'extensions']);

type SearchPath = readonly string[] | undefined;

export class Existing {
  /** Schema, then name, to the file that created it first; the empty text stands for the platform. */
  readonly #relations = new Map<string, Map<string, string>>();
  readonly #types = new Map<string, Map<string, string>>();
  readonly #schemas = new Set(['public']);
  /** Names whose schema is not known. */
  readonly #anywhere = new Set<string>();
  /** Beginnings of names that code makes up. */
  readonly #prefixes = new Set<string>();
  /** Schemas whose content cannot be told from the migrations. */
  readonly #openSchemas = new Set<string>();
  readonly #extensions = new Set<string>();
  #hasUnknownExtension = false;
  #isDynamic = false;

  constructor(platform: readonly KnownObject[]) {
    for (const { kind, schema, name } of platform) {
      if (kind === 'schema') this.#schemas.add(name);
      else this.#note(kind, schema, name, '');
    }
  }

  /** Adds what a statement of a file creates. */
  add(created: Created, path: SearchPath, file: string): void {
    const { kind, name } = created;
    const schema = created.schema ?? path?.[0];
    if (kind === 'schema') this.#schemas.add(name);
    else if (created.anywhere || schema === undefined) this.#anywhere.add(name);
    else this.#note(kind, schema, name, file);
  }

  addTextual({ created, prefixes, dynamic }: TextualCreations): void {
    for (const { name } of created) this.#anywhere.add(name);
    for (const prefix of prefixes) this.#prefixes.add(prefix);
    if (dynamic) this.#isDynamic = true;
  }

  /** Adds words that a statement hands to code which builds names, once there is such code. */
  addWords(words: () => readonly string[]): void {
    if (this.#isDynamic) for (const word of words()) this.#anywhere.add(word);
  }

  /** A schema took another's objects under a new name. */
  renameSchema(from: string, to: string): void {
    for (const objects of [this.#relations, this.#types]) {
      const names = objects.get(from);
      if (names) objects.set(to, new Map([...names, ...(objects.get(to) ?? [])]));
    }
    if (this.#openSchemas.has(from)) this.#openSchemas.add(to);
    this.#schemas.add(to);
  }

  addExtension({ extname = '', options = [] }: NodeOf<'CreateExtensionStmt'>): void {
    this.#extensions.add(extname);
    this.#openSchemas.add(extname);
    for (const option of options) {
      if (!('DefElem' in option) || option.DefElem.defname !== 'schema') continue;
      const { arg } = option.DefElem;
      const schema = arg && 'String' in arg ? arg.String.sval : undefined;
      if (schema !== undefined && !SHARED_SCHEMAS.has(schema)) this.#openSchemas.add(schema);
    }
    if (!isKnownExtension(extname)) this.#hasUnknownExtension = true;
  }

  openSchema(schema: string | undefined): void {
    if (schema !== undefined) this.#openSchemas.add(schema);
  }

  /** The file that first created the object; a relation brings a type of its name. */
  creator(kind: 'relation' | 'type', schema: string, name: string): string | undefined {
    const relation = this.#relations.get(schema)?.get(name);
    return kind === 'relation' ? relation : (relation ?? this.#types.get(schema)?.get(name));
  }

  /** Whether what is used exists, or may exist for all that can be told. */
  has(use: Use, path: SearchPath): boolean {
    const { schema, name } = use;
    if (name === '' || this.#anywhere.has(name) || this.#comesWithExtension(use)) return true;
    if ([...this.#prefixes].some((prefix) => name.startsWith(prefix))) return true;
    if (this.#hasUnknownExtension && use.kind === 'type') return true;
    if (schema !== undefined) return this.#isOpaque(schema) || this.#holds(use, schema);
    if (isBuiltIn(name) || path === undefined || path.length === 0) return true;
    return path.some((each) => this.#openSchemas.has(each) || this.#holds(use, each));
  }

  /** A type may be of an extension that is there already; a relation's name, such as `histogram`, is too plain to tell. */
  #comesWithExtension({ kind, name }: Use): boolean {
    return bringsObject(name, kind === 'type' ? undefined : this.#extensions);
  }

  /** Whether the migrations can't tell what the schema holds. */
  #isOpaque(schema: string): boolean {
    if (isFilledByOthers(schema) || this.#openSchemas.has(schema)) return true;
    return this.#hasUnknownExtension && !this.#schemas.has(schema);
  }

  #holds({ kind, name }: Use, schema: string): boolean {
    const relations = this.#relations.get(schema);
    if (relations?.has(name) || (kind === 'relation' && isOwned(name, relations))) return true;
    if (kind === 'relation') return false;
    const types = this.#types.get(schema);
    const element = name.startsWith('_') ? name.slice(1) : name;
    return Boolean(types?.has(name) || types?.has(element) || relations?.has(element)) || isBuiltIn(element);
  }

  #note(kind: 'relation' | 'type', schema: string, name: string, file: string): void {
    const objects = kind === 'relation' ? this.#relations : this.#types;
    const names = objects.get(schema) ?? new Map<string, string>();
    objects.set(schema, names);
    if (!names.has(name)) names.set(name, file);
  }
}

/** Longer names than this were cut by PostgreSQL, so that they can't be derived. */
const CUT_LENGTH = 60;

/** A sequence of a serial or identity column, or the index of a constraint: named after its table. */
function isOwned(name: string, relations: ReadonlyMap<string, string> | undefined): boolean {
  if (!/_(?:seq|pkey|key|idx|fkey|excl)\d*$/.test(name)) return false;
  if (name.length >= CUT_LENGTH) return true;
  for (let end = name.indexOf('_', 1); end > 0; end = name.indexOf('_', end + 1)) {
    if (relations?.has(name.slice(0, end))) return true;
  }
  return false;
}
