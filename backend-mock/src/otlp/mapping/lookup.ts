import { countOf } from '../../payload/json.js';
import { firstPresent, type MappedField } from '../dialects/dialect.js';
import { namesOf } from '../dialects/dialects.js';
import type { Attributes } from '../message/anyValue.js';

/** Which attribute (or event, or group of attributes) a field of the trace was read from. */
export type Provenance = Record<string, string>;

/** Reads the fields of one span and remembers where each came from. */
export class FieldReader {
  readonly attributes: Attributes;
  readonly from: Provenance = {};

  constructor(attributes: Attributes) {
    this.attributes = attributes;
  }

  /** The value of the first attribute of a field that is there and not blank. */
  value(field: MappedField): unknown {
    const found = firstPresent(this.attributes, namesOf(field));
    if (found) this.from[field] = found.name;
    return found?.value;
  }

  /** The value as text; numbers and booleans are written out, a list gives its first entry. '' when there is none. */
  text(field: MappedField): string {
    return writtenOut(this.value(field));
  }

  /** A count from the first attribute that is one. */
  count(field: MappedField, max: number): number | null {
    for (const name of namesOf(field)) {
      const count = countOf(this.attributes.get(name));
      if (count !== undefined && count <= max) {
        this.from[field] = name;
        return count;
      }
    }
    return null;
  }

  /** A number from 0 to `max` from the first attribute that is one. */
  amount(field: MappedField, max: number): number | null {
    for (const name of namesOf(field)) {
      const amount = amountOf(this.attributes.get(name), max);
      if (amount !== undefined) {
        this.from[field] = name;
        return amount;
      }
    }
    return null;
  }
}

/** The value when it is a number from 0 to `max`. */
export function amountOf(value: unknown, max: number): number | undefined {
  return typeof value === 'number' && value >= 0 && value <= max ? value : undefined;
}

/** A text; numbers and booleans are written out, a list gives its first entry. */
export function writtenOut(value: unknown): string {
  const single: unknown = Array.isArray(value) ? (value as unknown[])[0] : value;
  return typeof single === 'string' || typeof single === 'number' || typeof single === 'boolean' ? String(single) : '';
}
