"""The list of all that is in the packed folder, as CycloneDX 1.6 (SBOM).

The same folder gives the same bytes: the serial number is reckoned from the contents, the
time is that of the source (SOURCE_DATE_EPOCH).
"""

import hashlib
import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import (
    ExternalReference,
    ExternalReferenceType,
    HashAlgorithm,
    HashType,
    Property,
    XsUri,
)
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from tests.windows import components, licences, release

NAME = "CongVan766"
OUR_LICENCE = "MIT"


def write(program: Path, version: str, found: components.Survey, target: Path) -> Path:
    """The SBOM of the packed folder, written into the folder `target`.

    Args:
        program: The folder with the .exe files and `_internal`.
        version: The program's.
        found: What `tests.windows.licences.collect` said of that folder.
        target: Where `CongVan766-<version>.cdx.json` goes.
    """
    path = target / f"{NAME}-{version}.cdx.json"
    path.write_text(
        text(program, version, found) + "\n", encoding="utf-8", newline="\n"
    )
    return path


def text(program: Path, version: str, found: components.Survey) -> str:
    """The SBOM of the packed folder, as JSON."""
    ours = Component(
        type=ComponentType.APPLICATION,
        name=NAME,
        version=version,
        bom_ref=f"{NAME}@{version}",
        description="Công văn 766",
        licenses=[LicenseFactory().make_from_string(OUR_LICENCE)],
        purl=PackageURL("generic", None, NAME.lower(), version),
        components=_files(program, found.ours),
    )
    parts = [_component(program, part) for part in found.parts]
    bom = Bom(
        components=parts,
        metadata=BomMetaData(
            component=ours,
            timestamp=datetime.fromtimestamp(release.made_at(), UTC),
        ),
        serial_number=uuid.uuid5(uuid.NAMESPACE_URL, f"{NAME}/{version}"),
    )
    bom.register_dependency(ours, parts)
    whole = JsonV1Dot6(bom).output_as_string()
    bom.serial_number = uuid.uuid5(uuid.NAMESPACE_URL, whole)
    return JsonV1Dot6(bom).output_as_string(indent=1)


def _component(program: Path, part: components.Part) -> Component:
    """A component with its files, or with what it is compiled into."""
    purl = _purl(part)
    told = [Property(name="congvan766:compiled-into", value=one) for one in part.inside]
    if part.modules:
        count = str(len(part.modules))
        told.append(Property(name="congvan766:modules-in-exe", value=count))
    source = part.declared.source_of(part.version)
    alone = part.files if len(part.files) == 1 else ()
    return Component(
        type=ComponentType.LIBRARY,
        name=part.name,
        version=part.version or None,
        bom_ref=str(purl),
        purl=purl,
        licenses=[LicenseFactory().make_from_string(part.licence)],
        hashes=[_sha256(program / one) for one in alone],
        properties=told,
        external_references=[
            ExternalReference(
                type=ExternalReferenceType.SOURCE_DISTRIBUTION, url=XsUri(source)
            )
        ]
        if source
        else (),
        components=[*_files(program, part.files), *_crates(part)],
    )


def _purl(part: components.Part) -> PackageURL:
    if part.wheel is not None:
        return PackageURL("pypi", None, components.plain(part.wheel.name), part.version)
    kind, _, name = part.declared.purl.removeprefix("pkg:").partition("/")
    return PackageURL(kind, None, name, part.version or None)


def _files(program: Path, names: Iterable[str]) -> list[Component]:
    return [
        Component(
            type=ComponentType.FILE,
            name=name,
            bom_ref=f"file:{name}",
            hashes=[_sha256(program / name)],
        )
        for name in names
    ]


def _crates(part: components.Part) -> list[Component]:
    """The Rust crates that a wheel's own SBOM lists."""
    return [
        Component(
            type=ComponentType.LIBRARY,
            name=one["name"],
            version=one["version"],
            bom_ref=f"pkg:cargo/{one['name']}@{one['version']}",
            purl=PackageURL("cargo", None, one["name"], one["version"]),
            licenses=[LicenseFactory().make_from_string(licences.spdx(one))],
        )
        for one in licences.crates_of(part)
    ]


def _sha256(path: Path) -> HashType:
    return HashType(
        alg=HashAlgorithm.SHA_256, content=hashlib.sha256(path.read_bytes()).hexdigest()
    )
