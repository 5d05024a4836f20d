import { ActionIcon, Button, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { IconAdd, IconRemove } from '../../ui/icons.ts';
import { FaultsAt } from './faults.tsx';
import classes from './templates.module.css';
import { useTemplatesTexts } from './templates-texts.ts';

type ListEditorProps<Item> = {
  title: string;
  hint?: string;
  /** Name of the list inside the template: findings about the whole list stand under it. */
  field: string;
  items: readonly Item[];
  readOnly: boolean;
  addWord: string;
  empty: () => Item;
  onChange: (items: Item[]) => void;
  children: (item: Item, set: (change: Partial<Item>) => void, place: string) => ReactNode;
};

/** A closed list: each line with its fields, one to add, each to remove. */
export function ListEditor<Item>(props: ListEditorProps<Item>) {
  const { title, hint, field, items, readOnly, addWord, empty, onChange, children } = props;
  const say = useTemplatesTexts();
  const set = (at: number) => (change: Partial<Item>) =>
    onChange(items.map((item, index) => (index === at ? { ...item, ...change } : item)));
  return (
    <Stack gap={4} role="group" aria-label={title}>
      {hint && (
        <Text size="sm" c="dimmed">
          {hint}
        </Text>
      )}
      {items.map((item, at) => (
        // Lines have no names of their own until they are written: their place is what they are known by.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={at} className={classes['item']}>
          <div className={classes['fields']}>
            {children(item, set(at), `${field}[${at}]`)}
            <FaultsAt field={`${field}[${at}]`} />
            <FaultsAt field={`${field}[${at}].code`} />
          </div>
          {!readOnly && (
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={say('remove', { number: at + 1, list: title })}
              onClick={() => onChange(items.filter((_, index) => index !== at))}
            >
              <IconRemove size={18} aria-hidden />
            </ActionIcon>
          )}
        </div>
      ))}
      <FaultsAt field={field} />
      {!readOnly && (
        <Button
          variant="subtle"
          size="xs"
          w="fit-content"
          leftSection={<IconAdd size={16} aria-hidden />}
          onClick={() => onChange([...items, empty()])}
        >
          {addWord}
        </Button>
      )}
    </Stack>
  );
}
