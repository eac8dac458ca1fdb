// Objects of one kind under their names, and who held a name before: what is found again under a name of the past.

import type { Stamp } from '../touch.ts';

/** What every object has. One that only uses tell of, such as `auth.users`, was not created and may be untouched. */
export interface Entity {
  name: string;
  created: Stamp | undefined;
  touch: Stamp | undefined;
  /** What last changed the name, or the schema. */
  renamed?: Stamp;
  /** What last set its comment, its owner and the like. */
  readonly facets: Map<string, Stamp>;
}

/** An object that has a name, or had it until a statement. */
export interface Holder<T> {
  object: T;
  ended?: Stamp;
}

/** An object that had a name until a statement renamed, moved, dropped or replaced it. */
export interface Former<T> {
  name: string;
  object: T;
  ended: Stamp;
}

/** How what is kept only by its kind and name is called on its shelf. */
export const partKey = (kind: string, name: string): string => `${kind} ${name}`;

export class Names<T extends Entity> {
  readonly #live = new Map<string, T>();
  readonly #former: Former<T>[] = [];

  get(name: string): T | undefined {
    return this.#live.get(name);
  }

  values(): T[] {
    return [...this.#live.values()];
  }

  former(): readonly Former<T>[] {
    return this.#former;
  }

  holds(object: T): boolean {
    return this.#live.get(object.name) === object;
  }

  /** Who has the name, then who had it, the latest first. */
  holders(name: string): Holder<T>[] {
    const live = this.#live.get(name);
    const former = this.#former.filter((each) => each.name === name).reverse();
    return [...(live ? [{ object: live }] : []), ...former];
  }

  /** Adds an object; one that had the name has it no more. */
  add(object: T): T {
    const holder = this.#live.get(object.name);
    if (holder && object.created) this.end(holder, object.created);
    this.#live.set(object.name, object);
    return object;
  }

  /** The name is an object's no more. */
  end(object: T, ended: Stamp): void {
    if (!this.holds(object)) return;
    this.#live.delete(object.name);
    this.#former.push({ name: object.name, object, ended });
  }

  /** Gives an object another name, or another place, or both. */
  rename(object: T, name: string, stamp: Stamp, home: Names<T> = this): void {
    this.end(object, stamp);
    const holder = home.get(name);
    if (holder) home.end(holder, stamp);
    object.name = name;
    object.touch = stamp;
    object.renamed = stamp;
    home.#live.set(name, object);
  }
}
