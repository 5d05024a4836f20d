import { useState } from 'react';
import { type Merged, mergeEdits, type Values } from './merge-edits.ts';

export type Meanwhile<Fields extends Values> = Omit<Merged<Fields>, 'values'> & { readonly theirs: Fields };

export type SharedEdit<Fields extends Values> = {
  readonly values: Fields;
  /** Of the card that what is typed rests on. */
  readonly version: number;
  /** What the other has changed since the form was opened. */
  readonly meanwhile: Meanwhile<Fields> | undefined;
  readonly change: (some: Partial<Fields>) => void;
  /** The card was found changed; answers the values as they stand now and whether there is anything to look at. */
  readonly catchUp: (theirs: Fields, version: number) => { readonly values: Fields; readonly differs: boolean };
  /** The value of the other in place of one's own. */
  readonly take: (field: keyof Fields & string) => void;
  /** Saved: the form begins anew. */
  readonly restart: (known: Fields, version: number) => void;
};

/** A form over something that others edit as well. As long as nothing is typed it follows what is known. */
export function useSharedEdit<Fields extends Values>(known: Fields, version: number): SharedEdit<Fields> {
  type State = Pick<SharedEdit<Fields>, 'values' | 'version' | 'meanwhile'> & { readonly base: Fields };
  const begun: State = { base: known, values: known, version, meanwhile: undefined };
  const [state, setState] = useState(begun);
  const isUntouched = Object.keys(state.base).every((field) => state.values[field] === state.base[field]);
  if (version !== state.version && isUntouched && state.meanwhile === undefined) setState(begun);
  return {
    values: state.values,
    version: state.version,
    meanwhile: state.meanwhile,
    change: (some) => setState((now) => ({ ...now, values: { ...now.values, ...some } })),
    catchUp: (theirs, at) => {
      const caught = (now: State): State => {
        const { values, taken, both } = mergeEdits(now.base, now.values, theirs);
        const differs = taken.length > 0 || both.length > 0;
        return { base: theirs, values, version: at, meanwhile: differs ? { taken, both, theirs } : undefined };
      };
      // What was typed since the button was pressed is merged as well.
      setState(caught);
      const { values, meanwhile } = caught(state);
      return { values, differs: meanwhile !== undefined };
    },
    take: (field) =>
      setState((now) => {
        if (!now.meanwhile) return now;
        const { both, taken, theirs } = now.meanwhile;
        return {
          ...now,
          values: { ...now.values, [field]: theirs[field] },
          meanwhile: { theirs, taken: [...taken, field], both: both.filter((each) => each !== field) },
        };
      }),
    restart: (fresh, at) => setState({ base: fresh, values: fresh, version: at, meanwhile: undefined }),
  };
}
