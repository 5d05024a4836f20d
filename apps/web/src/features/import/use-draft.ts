import type { ImportAnswer } from '@nastavnik/contracts/imports';
import type { RoadmapDraft } from '@nastavnik/domain/roadmap-reading/roadmap-draft';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { recheck } from './draft-edits.ts';
import { importQuery, saveDraft } from './import.api.ts';

type Work = { readonly draft: RoadmapDraft; readonly settled: readonly string[] };

export type DraftWork = Work & {
  readonly saving: 'saved' | 'waiting' | 'saving' | 'failed';
  readonly error: unknown;
  readonly version: number;
  readonly canUndo: boolean;
  readonly change: (to: (draft: RoadmapDraft) => RoadmapDraft) => void;
  readonly settle: (key: string, settled: boolean) => void;
  readonly undo: () => void;
  /** Waits for the server to have everything typed; answers the version that it has. */
  readonly flush: () => Promise<number>;
  /** Takes what the server answered instead of what stands here: after a re-reading. */
  readonly take: (answer: ImportAnswer) => void;
};

const PAUSE = 700;
const UNDO_STEPS = 100;

/**
 * The draft as it is being edited. Every change is kept on the server after a short pause in typing; two saves never
 * overlap, and a failed one is tried again with the next change, so that nothing typed is lost.
 */
export function useDraft(
  answer: Pick<ImportAnswer, 'id' | 'settled' | 'version' | 'period'> & { readonly draft: RoadmapDraft },
): DraftWork {
  const client = useQueryClient();
  const [work, setWork] = useState<Work>({ draft: answer.draft, settled: answer.settled });
  const [saving, setSaving] = useState<DraftWork['saving']>('saved');
  const [error, setError] = useState<unknown>();
  const [steps, setSteps] = useState<readonly Work[]>([]);
  const latest = useRef(work);
  const version = useRef(answer.version);
  const [keptVersion, setKeptVersion] = useState(answer.version);
  const dirty = useRef(false);
  const running = useRef<Promise<void> | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const importId = answer.id;

  const save = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    while (running.current) await running.current;
    if (!dirty.current) return;
    dirty.current = false;
    setSaving('saving');
    const sent = latest.current;
    running.current = (async () => {
      try {
        const kept = await saveDraft(importId, {
          version: version.current,
          draft: sent.draft as never,
          settled: [...sent.settled],
        });
        version.current = kept.version;
        setKeptVersion(kept.version);
        client.setQueryData(importQuery(importId).queryKey, kept);
        setError(undefined);
        setSaving(dirty.current ? 'waiting' : 'saved');
      } catch (failure) {
        dirty.current = true;
        setError(failure);
        setSaving('failed');
        throw failure;
      } finally {
        running.current = undefined;
      }
    })();
    await running.current;
  }, [client, importId]);

  const put = useCallback(
    (next: Work) => {
      setSteps((before) => [...before.slice(-UNDO_STEPS), latest.current]);
      latest.current = next;
      dirty.current = true;
      setWork(next);
      setSaving('waiting');
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save().catch(() => undefined), PAUSE);
    },
    [save],
  );

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (dirty.current || running.current) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
      void save().catch(() => undefined);
    };
  }, [save]);

  return {
    ...work,
    saving,
    error,
    version: keptVersion,
    canUndo: steps.length > 0,
    change: (to) => {
      const draft = to(latest.current.draft);
      if (draft !== latest.current.draft) put({ ...latest.current, draft: recheck(draft, answer.period) });
    },
    settle: (key, settled) => {
      const others = latest.current.settled.filter((each) => each !== key);
      put({ ...latest.current, settled: settled ? [...others, key] : others });
    },
    undo: () => {
      const before = steps.at(-1);
      if (!before) return;
      put(before);
      setSteps(steps.slice(0, -1));
    },
    flush: async () => {
      await save();
      return version.current;
    },
    take: (fresh) => {
      if (!fresh.draft) return;
      const next = { draft: fresh.draft as RoadmapDraft, settled: fresh.settled };
      // A re-reading may have no room for an edit; undo brings it back.
      setSteps((before) => [...before.slice(-UNDO_STEPS), latest.current]);
      version.current = fresh.version;
      setKeptVersion(fresh.version);
      dirty.current = false;
      latest.current = next;
      setWork(next);
      setSaving('saved');
    },
  };
}
