/** The mark of Cairn: three stacked stones. Decorative: a name stands next to it. */
export const Mark = () => (
  <svg class="mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" focusable="false">
    <path
      class="mark-low"
      d="M2.5 25.4c0-2.9 4.6-4.4 13-4.4 9.1 0 14 1.3 14 4.1 0 3.2-4.6 4.9-13.4 4.9S2.5 28.6 2.5 25.4Z"
    />
    <path d="M6.6 16.9c0-2.7 3.8-4.1 9.6-4.1 5.7 0 9 1.3 9 3.9 0 2.5-3.5 3.7-9.3 3.7s-9.3-.9-9.3-3.5Z" />
    <path
      class="mark-top"
      d="M10.8 8.3c0-3 2.1-5.3 5-5.3 3.1 0 5.5 2 5.5 4.9 0 2.8-2.1 4.3-5.2 4.3-3.3 0-5.3-1.3-5.3-3.9Z"
    />
  </svg>
)
