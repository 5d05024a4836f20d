import { Drawer, type DrawerProps } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import classes from './dialog.module.css';
import { useUiTexts } from './ui-texts.ts';

type SidePanelProps = {
  opened: boolean;
  title: ReactNode;
  size?: DrawerProps['size'];
  onClose: () => void;
  children: ReactNode;
};

/** A thing opened beside its list: at the right on a wide screen, the whole screen on a phone. Esc closes it. */
export function SidePanel({ opened, title, size = '34rem', onClose, children }: SidePanelProps) {
  const say = useUiTexts();
  const phone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  return (
    <Drawer.Root
      opened={opened}
      onClose={onClose}
      position="right"
      size={phone ? '100%' : size}
      transitionProps={{ duration: 140 }}
    >
      <Drawer.Overlay backgroundOpacity={0.25} />
      <Drawer.Content>
        <div className={classes['head']}>
          <Drawer.Title>{title}</Drawer.Title>
          <Drawer.CloseButton aria-label={say('close')} />
        </div>
        <Drawer.Body>{children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
