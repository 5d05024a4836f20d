import { Modal, type ModalRootProps } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './dialog.module.css';
import { useUiTexts } from './ui-texts.ts';

type DialogProps = Pick<ModalRootProps, 'size' | 'yOffset' | 'centered'> & {
  opened: boolean;
  title: ReactNode;
  /** The title is for the screen reader only. */
  untitled?: boolean;
  /** Without it the dialog cannot be left: something has to be done in it. */
  onClose?: () => void;
  children: ReactNode;
};

/** A dialog over the screen. Put together here because Mantine's own header would be a second banner of the page. */
export function Dialog({ opened, title, untitled = false, onClose, children, ...rest }: DialogProps) {
  const say = useUiTexts();
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose ?? (() => undefined)}
      closeOnEscape={onClose !== undefined}
      closeOnClickOutside={onClose !== undefined}
      centered
      {...rest}
    >
      <Modal.Overlay backgroundOpacity={0.4} />
      <Modal.Content>
        <div className={untitled ? 'unseen' : classes['head']}>
          <Modal.Title>{title}</Modal.Title>
          {onClose && !untitled && <Modal.CloseButton aria-label={say('close')} />}
        </div>
        <Modal.Body p={untitled ? 0 : 'md'}>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
