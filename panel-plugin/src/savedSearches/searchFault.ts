import { errorWords } from '../errors/errorWords';
import { readCondition } from '../filters/conditionReader';
import type { SavedSearch } from '../options/options';
import { faultWords } from '../queryBar/faults';
import type { PanelSource } from '../source/panelSource';

/** Why a saved search cannot be used; undefined when the trace server can read its condition. */
export async function searchFault(source: PanelSource | null, { query }: SavedSearch): Promise<string | undefined> {
  if (query.trim() === '') {
    return undefined;
  }
  try {
    const [fault] = (await readCondition(source, query)).diagnostics;
    return fault && faultWords(fault);
  } catch (error) {
    return errorWords(error);
  }
}
