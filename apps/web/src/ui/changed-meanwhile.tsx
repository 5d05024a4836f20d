import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { Values } from '../lib/shared-edit/merge-edits.ts';
import type { SharedEdit } from '../lib/shared-edit/use-shared-edit.ts';
import { useUiTexts } from './ui-texts.ts';

type ChangedMeanwhileProps<Fields extends Values> = {
  edit: SharedEdit<Fields>;
  label: (field: keyof Fields & string) => string;
  /** A value in words; by default as it is. */
  show?: (value: Fields[keyof Fields & string]) => string;
  /** The value of the other was taken: a form that keeps its own values follows. */
  onTake?: (field: keyof Fields & string) => void;
};

/** Somebody else has changed the card meanwhile: what was typed stays, and what differs is shown before it is saved. */
export function ChangedMeanwhile<Fields extends Values>({ edit, label, show, onTake }: ChangedMeanwhileProps<Fields>) {
  const say = useUiTexts();
  const box = useRef<HTMLDivElement>(null);
  const { meanwhile, values } = edit;
  useEffect(() => {
    if (meanwhile) box.current?.focus();
  }, [meanwhile]);
  if (!meanwhile) return null;
  const word = (value: Fields[keyof Fields & string]) => show?.(value) || String(value ?? '') || say('meanwhile.empty');
  return (
    <Alert ref={box} tabIndex={-1} role="alert" color="orange" variant="default">
      <Stack gap="xs">
        <Text>{say('meanwhile.lead')}</Text>
        {meanwhile.both.map((field) => (
          <Group key={field} justify="space-between" gap="xs">
            <Text size="sm">
              {say('meanwhile.both', {
                field: label(field),
                mine: word(values[field]),
                theirs: word(meanwhile.theirs[field]),
              })}
            </Text>
            <Button
              size="xs"
              variant="default"
              onClick={() => {
                edit.take(field);
                onTake?.(field);
              }}
            >
              {say('meanwhile.take')}
            </Button>
          </Group>
        ))}
        {meanwhile.taken.map((field) => (
          <Text key={field} size="sm">
            {say('meanwhile.taken', { field: label(field), theirs: word(meanwhile.theirs[field]) })}
          </Text>
        ))}
      </Stack>
    </Alert>
  );
}
