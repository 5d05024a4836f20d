import { Kbd, UnstyledButton } from '@mantine/core';
import { IconSearch } from '../../ui/icons.ts';
import { useAppTexts } from '../app-texts.ts';
import classes from './top.module.css';

const KEYS = /Mac|iPhone|iPad/.test(globalThis.navigator?.userAgent ?? '') ? '⌘ K' : 'Ctrl K';

export function SearchButton({ onOpen }: { onOpen: () => void }) {
  const say = useAppTexts();
  return (
    <UnstyledButton
      className={classes['search']}
      onClick={onOpen}
      aria-haspopup="dialog"
      aria-label={say('search.label')}
    >
      <IconSearch size={20} stroke={1.8} aria-hidden />
      <span className={classes['wide']}>{say('search.open')}</span>
      <Kbd className={classes['wide']} size="xs">
        {KEYS}
      </Kbd>
    </UnstyledButton>
  );
}
