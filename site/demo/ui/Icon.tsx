const paths = {
  dashboard: 'M4 4h7v7H4zM13 4h7v4h-7zM13 10h7v10h-7zM4 13h7v7H4z',
  setup: 'M5 12l4 4L19 6M5 19h14',
  students:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3 20c.6-4 3-6 6-6s5.4 2 6 6M16 4.5a3.2 3.2 0 0 1 0 6M18 14.5c1.6 1 2.6 2.9 3 5.5',
  planning: 'M4 6h16v14H4zM4 10h16M8 3v5M16 3v5M8 14h3M13 17h3',
  invoices: 'M6 3h12v18l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6',
  support: 'M12 21a9 9 0 1 1 0-18 9 9 0 0 1 0 18zM9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .8-1 1.7M12 16.5v.2',
} as const

export type IconName = keyof typeof paths

/** A picture beside words that say the same. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  )
}
