import type { editItemBody, Item, Roadmap } from '@nastavnik/contracts/roadmaps';
import { useCallback, useMemo } from 'react';
import type { z } from 'zod';
import { toldAbout, toldRefusal, undoable } from '../../../ui/toast.tsx';
import { useItemCommand, usePlanEdits, useRoadmapCommand } from '../roadmap.api.ts';
import { useRoadmapTexts } from '../roadmap-texts.ts';

type Words = Omit<z.input<typeof editItemBody>, 'version'>;
type Stage = Roadmap['stages'][number];

/** What the words of an item are when sent; the half of a form that an undo needs. */
export function wordsOf(item: Item) {
  return {
    stageId: item.stageId,
    position: item.position,
    number: item.number,
    title: item.title,
    measure: item.measure,
    points: item.points,
    deadline: item.deadline?.text ?? null,
    responsible: item.responsible?.text ?? null,
    result: item.result?.text ?? null,
    condition: item.condition,
    activityKind: item.activityKind,
  };
}

/** Changes of a plan that is being prepared; each happens at once and offers the way back. */
export function useItemEdits(roadmapId: string) {
  const say = useRoadmapTexts();
  const { mutateAsync: command } = useItemCommand(roadmapId);
  const edits = usePlanEdits(roadmapId);
  const { mutateAsync: roadmapCommand } = useRoadmapCommand(roadmapId);

  const put = useCallback(
    (itemId: string, words: Words, version: number) =>
      command({ method: 'PUT', path: `/roadmaps/${roadmapId}/items/${itemId}`, body: { ...words, version } }),
    [command, roadmapId],
  );

  /** Rejects with the refusal, so that a field can keep what was typed. */
  const change = useCallback(
    async (item: Item, words: Words) => {
      const fresh = await put(item.id, words, item.version);
      const before = wordsOf(item);
      const back = Object.fromEntries(Object.keys(words).map((key) => [key, before[key as keyof typeof before]]));
      undoable(say('edit.changed', { title: fresh.title }), () => put(item.id, back, fresh.version));
    },
    [put, say],
  );

  // The same object from one drawing to the next: rows that have not changed stay as they are.
  return useMemo(() => {
    const { addItem, removeItem } = edits;
    const remove = (item: Item) =>
      removeItem(item.id)
        .then(() => undoable(say('edit.removed', { title: item.title }), () => addItem(wordsOf(item))))
        .catch(toldRefusal);

    const stage = (
      path: string,
      body: Omit<Stage, 'id' | 'notes' | 'done' | 'due' | 'total'> | undefined,
      method: 'POST' | 'PUT' | 'DELETE',
    ) => roadmapCommand({ method, path: `/stages${path}`, ...(body ? { body } : {}) });

    const changeStage = async (known: Stage, words: { number: string | null; title: string; position: number }) => {
      await stage(`/${known.id}`, words, 'PUT');
      const { number, title, position } = known;
      undoable(say('edit.changed', { title: words.title }), () =>
        stage(`/${known.id}`, { number, title, position }, 'PUT'),
      );
    };

    const removeStage = (known: Stage) =>
      stage(`/${known.id}`, undefined, 'DELETE')
        .then(() => {
          const { number, title, position } = known;
          undoable(say('edit.removed', { title }), () => stage('', { number, title, position }, 'POST'));
        })
        .catch(toldRefusal);

    const add = async (stageId: string, position: number, title: string) => {
      const id = await addItem({
        stageId,
        position,
        title,
        number: null,
        measure: null,
        points: [],
        deadline: null,
        responsible: null,
        result: null,
        condition: null,
        activityKind: null,
      });
      toldAbout(say('edit.added', { title }));
      return id;
    };

    return {
      change,
      remove,
      add,
      changeStage,
      removeStage,
      addStage: (title: string, position: number) => stage('', { number: null, title, position }, 'POST'),
    };
  }, [change, edits, roadmapCommand, say]);
}

export type ItemEdits = ReturnType<typeof useItemEdits>;
