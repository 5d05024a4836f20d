import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import { refusalKey, useRefusalTexts } from '../../../lib/refusals/refusals.ts';
import { useRoadmapTexts } from '../roadmap-texts.ts';
import classes from './plan-table.module.css';

type InlineCellProps = {
  /** What is edited, for the screen reader: «Срок пункта 2.1». */
  label: string;
  value: string;
  required?: boolean;
  /** Keeps the words; a refusal stays beside the field with what was typed. */
  onKeep: (text: string) => Promise<unknown>;
  /** What the typed words mean. */
  meaning?: (typed: string, use: (text: string) => void) => ReactNode;
  /** The cell while nobody edits it. Without `beside`, a click anywhere on it begins. */
  children: ReactNode;
  /** The words are a button of their own: editing begins with the pencil beside them. */
  beside?: boolean;
};

/**
 * A cell that is edited where it stands. Enter keeps, Esc leaves. Plain buttons with drawn pencils: a long plan has
 * thousands of these cells.
 */
export function InlineCell({
  label,
  value,
  required = false,
  onKeep,
  meaning,
  children,
  beside = false,
}: InlineCellProps) {
  const say = useRoadmapTexts();
  const [typed, setTyped] = useState<string>();
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    setTyped(undefined);
    requestAnimationFrame(() => opener.current?.focus());
  };
  if (typed === undefined) {
    const begin = () => setTyped(value);
    return beside ? (
      <div className={classes['beside']}>
        <div className={classes['grow']}>{children}</div>
        <button
          type="button"
          ref={opener}
          className={classes['pencil']}
          onClick={begin}
          aria-label={say('edit.cell', { label })}
        />
      </div>
    ) : (
      <button type="button" ref={opener} className={classes['editable']} onClick={begin}>
        <span className="unseen">{say('edit.cell', { label })}: </span>
        {children}
      </button>
    );
  }
  return (
    <Editor
      label={label}
      typed={typed}
      required={required}
      onType={setTyped}
      meaning={meaning}
      onClose={close}
      onKeep={async (text) => {
        if (text !== value) await onKeep(text);
        close();
      }}
    />
  );
}

type EditorProps = Pick<InlineCellProps, 'label' | 'onKeep'> & {
  meaning: InlineCellProps['meaning'] | undefined;
  typed: string;
  required: boolean;
  onType: (text: string) => void;
  onClose: () => void;
};

function Editor({ label, typed, required, onType, onKeep, meaning, onClose }: EditorProps) {
  const say = useRoadmapTexts();
  const sayRefusal = useRefusalTexts();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const empty = required && typed.trim() === '';
  const keep = async () => {
    if (empty || busy) return;
    setBusy(true);
    setError(undefined);
    try {
      await onKeep(typed.trim());
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  return (
    <Stack gap={4} className={classes['editor']}>
      <Textarea
        aria-label={label}
        value={typed}
        minRows={1}
        maxRows={8}
        data-autofocus
        // The cell becomes a field because the person asked for it just now.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        error={error ? sayRefusal(refusalKey(error)) : undefined}
        onChange={(event) => onType(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Escape') onClose();
          if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault();
            void keep();
          }
        }}
      />
      {meaning?.(typed, onType)}
      {error !== undefined && (
        <Text size="xs" c="dimmed">
          {say('edit.keptTyped')}
        </Text>
      )}
      <Group gap={4}>
        <Button size="compact-sm" loading={busy} disabled={empty} onClick={() => void keep()}>
          {say('edit.keep')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onClose}>
          {say('edit.leave')}
        </Button>
      </Group>
    </Stack>
  );
}
