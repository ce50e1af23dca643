import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import classes from './cells.module.css';

export interface RowMenuProps {
  /** Whom the actions are about. */
  readonly name: string;
  readonly opened: boolean;
  readonly onOpen: () => void;
  readonly onClose: () => void;
  /** `Menu.Item` elements; asked for only while the menu is open. */
  readonly items: () => ReactNode;
}

/** All actions of a row. Until it is opened it is a plain button. */
export function RowMenu({ name, opened, onOpen, onClose, items }: RowMenuProps) {
  const dots = (
    <button
      type="button"
      tabIndex={-1}
      className={`${classes['act']} ${classes['more']}`}
      aria-label={`More actions for ${name}`}
      aria-haspopup="menu"
      aria-expanded={opened}
      onClick={opened ? onClose : onOpen}
    >
      <IconDots size={16} aria-hidden />
    </button>
  );
  if (!opened) return dots;
  // within the page's main landmark, so that it is found there
  const main = document.querySelector('main');
  return (
    <Menu
      opened
      onChange={(open) => {
        if (!open) onClose();
      }}
      position="bottom-end"
      shadow="md"
      trapFocus={false}
      returnFocus={false}
      withInitialFocusPlaceholder={false}
      transitionProps={{ duration: 0 }}
      {...(main === null ? {} : { portalProps: { target: main } })}
    >
      <Menu.Target>{dots}</Menu.Target>
      <Menu.Dropdown
        onKeyDown={(event) => {
          if (event.key === 'Tab') onClose();
          // its keys are not the table's
          event.stopPropagation();
        }}
      >
        <FirstItemFocused>{items()}</FirstItemFocused>
      </Menu.Dropdown>
    </Menu>
  );
}

function FirstItemFocused({ children }: { readonly children: ReactNode }) {
  const items = useRef<HTMLDivElement>(null);
  useEffect(() => items.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus(), []);
  return (
    <div ref={items} role="none">
      {children}
    </div>
  );
}
