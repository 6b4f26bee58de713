const picture = (width: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="400" viewBox="0 0 ${width} 400"><rect width="${width}" height="400" fill="#47682a"/><circle cx="${width / 2}" cy="200" r="90" fill="#e9f0de"/></svg>\n`

const parts = `
It begins with a sentence of its own.

> [!NOTE]
> Nothing is **saved** before you say so.

> [!TIP]
> Begin with five rows.

> [!IMPORTANT]
> Only owners see this.

> [!WARNING]
> Everybody is told.

> [!CAUTION]
> This cannot be undone.

> **Tip:** This one begins with its word.

## Choose your calendar

<div class="tabs">

### Google

Paste the link.

#### On a phone

It cannot be done there.

### Apple

Choose **Other**.

### Outlook

Choose **Import**.

</div>

## Write a script

\`\`\`sh
curl --silent --header "Authorization: Bearer a-very-long-key-that-makes-the-line-wide" https://roadbook.example/v1/lessons
\`\`\`

\`\`\`
No language.
\`\`\`

## See it

![A wide picture](./images/wide.svg)

![A small picture](./images/small.svg)

[How a lesson is booked](https://www.youtube.com/watch?v=abc_DEF-123&t=42s)

https://vimeo.com/76979871

[A file](https://videos.example/book.mp4)

## Questions

<details>
<summary>Does it cost anything?</summary>

No, it is **free of charge**.

</details>

<details>
<summary>Can I stop?</summary>

At any time.

</details>

## Steps

1. Open **Planning**.
2. Choose **Book lesson**.

See [Stop](/help/guide/stop/) and [the law](https://law.example/).
`

const matter = (title: string) => `---\ntitle: ${title}\ndescription: What an article can hold.\n---\n`

/** A small help center in which one article has every part that there is, in Markdown and in MDX. */
export const sampleArticles: Record<string, string> = {
  'content/articles/en/guide/images/wide.svg': picture(1600),
  'content/articles/en/guide/images/small.svg': picture(200),
  'content/articles/en/guide/every-part.md': matter('Every part') + parts,
  'content/articles/en/guide/every-part-again.mdx': matter('Every part again') + parts,
  'content/articles/en/guide/stop.md': `${matter('Stop')}\nChoose **Stop**.\n`,
  'content/articles/en/support/contact.md': '---\ntitle: Contact us\n---\n\nWrite to us.\n',
  'content/articles/ar/guide/stop.md': '---\ntitle: توقف\n---\n\n## كيف\n\n1. اختر **توقف**.\n\n> **Note:** x\n',
  'content/redirects.yaml': '/help/guide/halt/: /help/guide/stop/\n',
}
