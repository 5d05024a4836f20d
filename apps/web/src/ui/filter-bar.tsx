import { Button, Group, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { IconClose, IconSearch } from './icons.ts';
import { useUiTexts } from './ui-texts.ts';

type FilterBarProps = {
  /** The text in the address; the caller writes it back with `navigate({ search, replace: true })`. */
  search: string;
  searchLabel?: string;
  onSearch: (text: string) => void;
  /** Further filters, each a native field whose value also lives in the address. */
  children?: ReactNode;
  /** True when anything is filtered: then the way back is offered. */
  active: boolean;
  onClear: () => void;
};

/** Filters whose state is the address: what one sees can be sent to a colleague. */
export function FilterBar({ search, searchLabel, onSearch, children, active, onClear }: FilterBarProps) {
  const say = useUiTexts();
  const [typed, setTyped] = useState(search);
  const [known, setKnown] = useState(search);
  if (known !== search) {
    // The address changed by itself: the way back, a link, «Сбросить отбор».
    setKnown(search);
    setTyped(search);
  }
  const later = useDebouncedCallback(onSearch, 250);
  return (
    <Group component="search" gap="sm" align="flex-end" className="no-print">
      <TextInput
        aria-label={searchLabel ?? say('filter.search')}
        placeholder={searchLabel ?? say('filter.search')}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={typed}
        type="search"
        flex="1 1 14rem"
        maw="24rem"
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          later(event.currentTarget.value.trim());
        }}
      />
      {children}
      {active && (
        <Button variant="subtle" leftSection={<IconClose size={16} aria-hidden />} onClick={onClear}>
          {say('filter.clear')}
        </Button>
      )}
    </Group>
  );
}
