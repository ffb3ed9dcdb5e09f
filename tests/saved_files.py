"""Word and PDF files for the tests, made of invented words."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_LINKS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" Target="word/document.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)


def docx(paragraphs: Sequence[str], title: str = "", more: Mapping[str, str | bytes] | None = None) -> bytes:
    """A Word file of these paragraphs; `more` are further parts of the package."""
    body = "".join(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" for words in paragraphs)
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _LINKS,
        "word/document.xml": f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>',
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></cp:coreProperties>',
        **(more or {}),
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
    return made.getvalue()


def pdf(pages: Sequence[Sequence[str | tuple[int, str]]], title: str = "") -> bytes:
    """A PDF file of these pages, each a list of lines in ASCII without brackets; a line may have a size of its own."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    things = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in enumerate(pages):
        sized = [(11, line) if isinstance(line, str) else line for line in lines]
        shown = " ".join(f"/F {size} Tf {size + 3} TL ({line}) Tj T*" for size, line in sized)
        drawn = f"BT 60 780 Td {shown} ET"
        things.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F 3 0 R >> >> >>"
        )
        things.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream")
    things.append(f"<< /Title ({title}) >>")
    made, places = "%PDF-1.4\n", []
    for number, thing in enumerate(things, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n{thing}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    made += f"xref\n0 {len(things) + 1}\n0000000000 65535 f \n{table}"
    made += f"trailer << /Size {len(things) + 1} /Root 1 0 R /Info {len(things)} 0 R >>\n"
    made += f"startxref\n{made.index('xref')}\n%%EOF\n"
    return made.encode("ascii")
