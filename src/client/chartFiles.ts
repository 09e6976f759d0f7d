/**
 * What a chart page offers only with scripts: the chart as PNG, drawn from its SVG file at twice its size, and
 * the embed code with the address the page was reached at.
 */

async function pngOf(svgAddress: string): Promise<Blob> {
  const svg = await (await fetch(svgAddress)).text()
  const image = new Image()
  image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth * 2
  canvas.height = image.naturalHeight * 2
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  URL.revokeObjectURL(image.src)
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the chart could not be drawn'))))
  })
}

for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-png]')) {
  link.hidden = false
  link.addEventListener('click', async (event) => {
    event.preventDefault()
    const made = document.createElement('a')
    made.href = URL.createObjectURL(await pngOf(link.href))
    made.download = link.dataset['png'] ?? ''
    made.click()
    URL.revokeObjectURL(made.href)
  })
}

for (const field of document.querySelectorAll<HTMLTextAreaElement>('[data-embed]')) {
  field.value = field.value.replace(/"(\/[^"]*)"/g, (_, path: string) => `"${location.origin}${path}"`)
  field.addEventListener('focus', () => field.select())
}
