### Lint of SVG files: what is wrong, why it matters, and the fix.

lint-doctype = document type declaration
lint-expansion = the entities of the document type expand to more than { $max } bytes, so the rest was not checked
lint-malformed = not well-formed XML: { $reason }
lint-root = the root element is <{ $name }>, not <svg> in the SVG namespace; browsers show nothing
lint-language = no lang attribute on the root element
lint-role = no role="img" or no aria-labelledby on the root element; screen readers spell out single letters
lint-size = { $name } is { $value }, not an absolute length; LaTeX and office programs have to guess the size
lint-size-missing = no { $name } on the root element; LaTeX and office programs have to guess the size
lint-view-box = no viewBox of four numbers, so the figure cannot be scaled
lint-title = no <{ $name }> among the first children of the root element
lint-bytes = { $bytes } bytes, over the budget of { $budget }
lint-type-size = “{ $text }” is { $size } pt at the final width, below the minimum of { $min } pt
lint-outside = <{ $name }> extends beyond the viewBox and is cut off
lint-duplicate-id = id { $id } occurs twice
lint-shared-ids = { $count ->
    [one] one id also occurs in { $file } ({ $id }); on one page the two collide
   *[other] { $count } ids also occur in { $file }, the first is { $id }; on one page they collide
}
lint-dangling-id = no id { $id } in this file
lint-no-font-family = text without font-family; every program picks its own font
lint-font-list = the font list ends with { $font }; where it is not installed, text is in a serif font or missing
lint-xlink = xlink:href is obsolete
lint-event-handler = { $name } is a script
lint-style-attribute = style attribute; office programs ignore parts of it
lint-text-layout = some programs ignore { $name }, so text moves
lint-attribute = not every program reads { $name } the same way
lint-css-variable = { $name }="{ $value }": CSS variables have no effect outside browsers
lint-colour = { $name }="{ $value }" becomes black in office programs
lint-external = reference to { $reference }, which is outside the file or embedded as data
lint-element = <{ $name }>: { $reason }

## Why an element is a problem

lint-why-script = scripts are blocked or removed
lint-why-style = rules of one figure change the next one on the page, and office programs ignore them
lint-why-foreign-object = blank outside browsers (Word, Inkscape, librsvg, Typst)
lint-why-image = pixels do not scale, and the file may be missing
lint-why-effect = office programs draw it differently or not at all
lint-why-animation = nothing moves in print
lint-why-other = not every program draws it the same way

## Fixes

lint-fix-malformed = Write well-formed XML: close every element, escape & and < in names.
lint-fix-root = Start with <svg xmlns="http://www.w3.org/2000/svg">.
lint-fix-dtd = Delete the DOCTYPE and write characters instead of entities.
lint-fix-element = Use g, rect, circle, ellipse, path, text and use only.
lint-fix-attribute = Delete it, or use a presentation attribute or data-*.
lint-fix-script = Delete it; web pages and office programs block or remove scripts.
lint-fix-style = Write fill, stroke, font-size … as attributes of the elements.
lint-fix-css-variable = Write the colour as #rrggbb.
lint-fix-colour = Write #rrggbb or none; for transparency add fill-opacity or stroke-opacity.
lint-fix-external = Keep everything in the file; refer only to its own #ids.
lint-fix-xlink = Write href instead of xlink:href.
lint-fix-text-layout = Compute the position and set x, y and text-anchor.
lint-fix-font-family = End the font list with sans-serif, serif or monospace.
lint-fix-type-size = Shorten the text or widen the figure; the minimum in print is 6 pt.
lint-fix-size = Set width and height of the root element in mm, cm, in, pt or px.
lint-fix-view-box = Add a viewBox of four numbers to the root element.
lint-fix-outside = Move it inside, or enlarge the viewBox.
lint-fix-title = Make <title id> and <desc id> the first two children of the root element.
lint-fix-role = Add role="img" and aria-labelledby with the ids of title and desc to the root element.
lint-fix-language = Add lang and xml:lang to the root element.
lint-fix-duplicate-id = Give each figure its own id prefix (--id-prefix).
lint-fix-dangling-id = Refer to an id of this file, or delete the reference.
lint-fix-bytes = Round coordinates to two decimals and remove what is not visible.
